// How the smallest page is built: Remix and nothing of the product.
import { vitePlugin as remix } from "@remix-run/dev"
import { defineConfig } from "vite"

const future = { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false } as const

export default defineConfig({
  plugins: [remix({ appDirectory: "tests/bench/smallest", buildDirectory: ".cache/bench/smallest", ignoredRouteFiles: ["**/server.ts", "**/vite.config.ts"], future })],
  build: { target: "es2022" },
  clearScreen: false,
})
