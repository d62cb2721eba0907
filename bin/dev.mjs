// `npm run dev`: the same app with Vite in front, so that a change shows without a build.

import { fileURLToPath } from "node:url"
import { createServer } from "vite"

process.env.NODE_ENV ??= "development"
const root = fileURLToPath(new URL("..", import.meta.url))
const vite = await createServer({ root, appType: "custom", server: { middlewareMode: true } })
const { start } = await vite.ssrLoadModule("/app/start.ts")
await start({
  root,
  loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build"),
  development: { before: vite.middlewares },
})
