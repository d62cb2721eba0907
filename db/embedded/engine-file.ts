// Where the program of the embedded database's process is: in the build, or compiled on demand outside one.

import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The engine's JavaScript file. In a build it lies beside this module; otherwise it is made once per version of its source. */
export async function engineFile(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, "engine.js")
  if (existsSync(built)) return built
  return compile(join(here, "engine.ts"), join(here, "..", "..", ".cache"))
}

async function compile(source: string, cache: string): Promise<string> {
  const code = readFileSync(source, "utf8")
  const file = join(cache, `engine-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`)
  if (existsSync(file)) return file
  const { transformWithEsbuild } = await import("vite")
  const compiled = await transformWithEsbuild(code, source, { target: "node20", sourcemap: false })
  mkdirSync(cache, { recursive: true })
  const next = `${file}.${process.pid}`
  writeFileSync(next, compiled.code)
  renameSync(next, file)
  return file
}
