// Where the program of the reading worker is: in the build, or bundled on demand outside one (development, tests).
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

let found: Promise<string> | undefined

/**
 * The worker's JavaScript file. In a build it lies beside this module. Elsewhere Vite bundles the TypeScript entry once
 * for each process (under a second) into `.cache`, so that tests and development run the same worker without a build;
 * nothing needs to be set up for that.
 */
export function readerWorkerFile(): Promise<string> {
  return (found ??= find())
}

async function find(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, "reader-worker.js")
  if (existsSync(built)) return built
  return bundle(join(here, "reader-worker.server.ts"), join(here, "..", "..", ".."))
}

async function bundle(entry: string, root: string): Promise<string> {
  const { build } = await import("vite")
  const output = await build({
    root, configFile: false, logLevel: "silent",
    resolve: { alias: { "~": join(root, "app"), "#db": join(root, "db") } },
    build: { ssr: entry, write: false, target: "node20", minify: false, rollupOptions: { output: { inlineDynamicImports: true } } },
  })
  const [result] = Array.isArray(output) ? output : [output]
  const chunk = result && "output" in result ? result.output.find((one) => one.type === "chunk" && one.isEntry) : undefined
  if (chunk?.type !== "chunk") throw new Error("The reading worker could not be bundled.")
  // Packages stay outside, so the file must lie where Node finds them.
  const cache = join(root, ".cache")
  const file = join(cache, `reader-worker-${createHash("sha256").update(chunk.code).digest("hex").slice(0, 16)}.mjs`)
  if (existsSync(file)) return file
  mkdirSync(cache, { recursive: true })
  const next = `${file}.${process.pid}`
  writeFileSync(next, chunk.code)
  renameSync(next, file)
  return file
}
