// Two first starts in one folder: one of them builds, the other waits for it.

import { execFile } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, expect, it } from "vitest"

const root = mkdtempSync(join(tmpdir(), "throughline-build-test-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A builder that refuses company, and notes that it ran. */
const builder = `
const fs = require("node:fs")
fs.mkdirSync("building")
fs.appendFileSync("builds", "x")
setTimeout(() => { fs.mkdirSync("build/server", { recursive: true }); fs.rmdirSync("building") }, 500)
`

it("builds once", async () => {
  const tools = join(root, "node_modules", "@remix-run", "dev", "dist")
  for (const folder of [tools, join(root, "app"), join(root, "bin")]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(tools, "cli.js"), builder)
  writeFileSync(join(root, "app", "start.ts"), "")
  cpSync("bin/build.mjs", join(root, "bin", "build.mjs"))
  const start = () => promisify(execFile)(process.execPath, [join(root, "bin", "build.mjs")])
  await Promise.all([start(), start(), start()])
  expect(readFileSync(join(root, "builds"), "utf8")).toBe("x")
  await start()
  expect(readFileSync(join(root, "builds"), "utf8")).toBe("x")
})
