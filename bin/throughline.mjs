#!/usr/bin/env node
// `npx throughline ...`: builds when needed, then runs one command of the operator.

import { fileURLToPath } from "node:url"
import { ensureBuilt } from "./build.mjs"

process.env.NODE_ENV ??= "production"
const root = fileURLToPath(new URL("..", import.meta.url))
await ensureBuilt(root)
const { main } = await import("../build/server/cli.js")
process.exit(await main(process.argv.slice(2), root))
