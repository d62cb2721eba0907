// Building and developing: Remix's plugin, our aliases, and the programs that the server build holds.

import { fileURLToPath } from "node:url"
import { vitePlugin as remix } from "@remix-run/dev"
import { defineConfig, type Plugin } from "vite"
import remixConfig from "./remix.config.js"

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** One build for every program of the server, so that a module exists once in a process. */
function serverPrograms(): Plugin {
  return {
    name: "server-programs",
    enforce: "post",
    config: (_config, { isSsrBuild, command }) => {
      if (command !== "build" || !isSsrBuild) return
      const input = {
        index: "virtual:remix/server-build",
        start: here("app/start.ts"),
        cli: here("app/cli.ts"),
        engine: here("db/embedded/engine.ts"),
        "reader-worker": here("app/features/exchange/reader-worker.server.ts"),
      }
      return { build: { rollupOptions: { input, output: { chunkFileNames: "[name]-[hash].js" } } } }
    },
  }
}

/** React and Remix, which stay the same from version to version of the app. */
const ofRemix = /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/[^/]+)\//
/** What every page, or nearly every page, is made of. In files of their own, each would be asked for and packed alone. */
const ofEveryPage =
  /\/app\/(ui\/(avatar|card|dialog|drawn-once|empty-state|facts|how|keys|link-sets|list-url|menu|nonce|notice|page-header|status|table-edit|wordmark)|features\/elements\/operation-fields|core\/calendar)\.tsx?$|\/node_modules\/lucide-react\/dist\/esm\/(?!icons\/arrow)/

/** Two files of scripts that every page begins with, beside those of its own. */
function sharedScripts(): Plugin {
  const chunkOf = (id: string) => (ofRemix.test(id) ? "remix" : ofEveryPage.test(id) ? "every-page" : undefined)
  return {
    name: "shared-scripts",
    config: (_config, { isSsrBuild, command }) => {
      if (command !== "build" || isSsrBuild) return
      return { build: { rollupOptions: { output: { manualChunks: chunkOf } } } }
    },
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), serverPrograms(), sharedScripts()],
  resolve: { alias: { "~": here("app"), "#db": here("db") } },
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: { target: "node" },
  clearScreen: false,
})
