// `npm start`: builds when needed, then runs the app in this process.

import { fileURLToPath } from "node:url"
import { ensureBuilt } from "./build.mjs"

process.env.NODE_ENV ??= "production"
const root = fileURLToPath(new URL("..", import.meta.url))
await ensureBuilt(root)
const { start } = await import("../build/server/start.js")
await start({ root })
