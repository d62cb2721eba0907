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

export default defineConfig({
  plugins: [remix(remixConfig), serverPrograms()],
  resolve: { alias: { "~": here("app"), "#db": here("db") } },
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: { target: "node" },
  clearScreen: false,
})
