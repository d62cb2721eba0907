// Builds the app when there is no build, or when it was made from other sources than those lying here.

import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { stderr, stdout } from "node:process"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const sources = ["app", "db", "public", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"]

/** Makes sure that `build/` is the build of these sources; ends the process with 1 when it cannot be built. `news` hears that it takes a moment. */
export async function ensureBuilt(root, news = stdout) {
  // A machine that got only the build has nothing to compare it with.
  if (!existsSync(join(root, "app")) && existsSync(join(root, "build", "server"))) return
  const stamp = join(root, "build", "stamp")
  const wanted = fingerprint(root)
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted
  if (isBuilt()) return
  await alone(root, async () => {
    if (isBuilt()) return
    news.write("Building (once for each version; this takes a moment)\n")
    rmSync(stamp, { force: true })
    const { code, output } = await build(root)
    if (code !== 0) {
      stderr.write(`${output}\nThe build failed, so nothing was started.\n`)
      process.exit(1)
    }
    writeFileSync(stamp, wanted)
  })
}

/** Two that start together would each take the other's files away: one builds, the other waits for it. */
async function alone(root, run) {
  const lock = join(tmpdir(), `throughline-build-${createHash("sha256").update(root).digest("hex").slice(0, 24)}`)
  while (!taken(lock)) await wait(100)
  try {
    await run()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" })
    return true
  } catch (error) {
    if (error.code !== "EEXIST") throw error
    if (!isRunning(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** Whether the one who took it lives; one that was killed has left it behind. */
function isRunning(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"))
    // taken this moment, and not written yet
    if (holder === 0) return true
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function fingerprint(root) {
  const hash = createHash("sha256")
  for (const name of sources) {
    const path = join(root, name)
    if (existsSync(path)) add(hash, path, name)
  }
  return hash.digest("hex")
}

function add(hash, path, name) {
  let entries
  try {
    entries = readdirSync(path)
  } catch {
    hash.update(name).update("\0").update(readFileSync(path)).update("\0")
    return
  }
  for (const entry of entries.sort()) add(hash, join(path, entry), `${name}/${entry}`)
}

/** Runs the build as a child and keeps what it says for the case that it fails. */
function build(root) {
  const program = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js")
  const child = spawn(process.execPath, [program, "vite:build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const parts = []
  child.stdout.on("data", (part) => parts.push(part))
  child.stderr.on("data", (part) => parts.push(part))
  const pass = () => {
    child.kill("SIGTERM")
    process.exit(1)
  }
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, pass)
  return new Promise((resolve) => {
    child.once("close", (code) => {
      for (const signal of ["SIGTERM", "SIGINT"]) process.off(signal, pass)
      resolve({ code, output: Buffer.concat(parts).toString() })
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt(fileURLToPath(new URL("..", import.meta.url)))
