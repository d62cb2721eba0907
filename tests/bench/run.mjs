// `npm run bench`: builds the app, the smallest page and the bench, then measures them side by side and prints one table.
import { spawn } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { ensureBuilt } from "../../bin/build.mjs"

process.env.NODE_ENV = "production"
const root = fileURLToPath(new URL("../..", import.meta.url))
const out = join(root, ".cache", "bench")

await ensureBuilt(root)
await buildSmallest()
await build({
  configFile: false,
  root,
  logLevel: "error",
  resolve: { alias: { "~": join(root, "app"), "#db": join(root, "db") } },
  ssr: { target: "node" },
  build: {
    ssr: true,
    outDir: join(out, "programs"),
    emptyOutDir: true,
    target: "es2022",
    rollupOptions: { input: { bench: join(root, "tests/bench/bench.ts"), smallest: join(root, "tests/bench/smallest/server.ts") }, output: { entryFileNames: "[name].js" } },
  },
})
const { bench } = await import(join(out, "programs", "bench.js"))
await bench({ root, smallest: join(out, "programs", "smallest.js"), smallestBuild: join(out, "smallest", "server", "index.js") })

function buildSmallest() {
  const cli = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js")
  const child = spawn(process.execPath, [cli, "vite:build", "--config", "tests/bench/smallest/vite.config.ts", "--logLevel", "error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The smallest page could not be built (exit ${code}).`))))
  })
}
