#!/usr/bin/env node
// `npx throughline ...`: builds when needed, then runs one command of the operator.

import { stderr } from "node:process"
import { fileURLToPath } from "node:url"
import { ensureBuilt } from "./build.mjs"

process.env.NODE_ENV ??= "production"
const root = fileURLToPath(new URL("..", import.meta.url))
// what a command answers on stdout may be for a program
await ensureBuilt(root, stderr)
const { main } = await import("../build/server/cli.js")
process.exit(await main(process.argv.slice(2), root))
