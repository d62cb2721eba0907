// `npm start`: builds when needed, then runs the app in this process.

import { fileURLToPath } from "node:url"
import { setFlagsFromString } from "node:v8"
import { ensureBuilt } from "./build.mjs"

// The engine lets its heap grow to several times of what lives in it before it looks for what is dead. A large file or a new version of
// the records leaves much behind at once, so it looks once the heap has grown by a fifth; pages leave only what dies young.
setFlagsFromString("--heap-growing-percent=20")
process.env.NODE_ENV ??= "production"
const root = fileURLToPath(new URL("..", import.meta.url))
await ensureBuilt(root)
const { start } = await import("../build/server/start.js")
await start({ root })
