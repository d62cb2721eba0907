// Starts the built app with the sample company in a data folder of its own, and ends it after the last browser test.

import { spawn, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { builtApp } from "./built-app"
import { freePort } from "./postgres-cluster"

const startWithinMs = 60_000
const stopWithinMs = 35_000

export default async function setup(): Promise<() => Promise<void>> {
  await builtApp()
  const dataDir = mkdtempSync(join(tmpdir(), "throughline-app-"))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", HOST: "127.0.0.1", PORT: String(port), ORIGIN: origin, NODE_ENV: "production" }
  await toEnd(launch(["bin/throughline.mjs", "demo", "add"], env))
  const app = launch(["bin/start.mjs"], env)
  process.env.E2E_ORIGIN = origin
  process.env.E2E_DATA_DIR = dataDir
  await untilReady(app, origin)
  return async () => {
    await stop(app)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function launch(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] })
  child.stderr?.pipe(process.stderr, { end: false })
  if (child.stdout) createInterface({ input: child.stdout }).on("line", tellIfUnexpected)
  return child
}

/** A page that answers 500 says nothing of why; the app's own line about it belongs beside the failing test. */
function tellIfUnexpected(line: string): void {
  if (line.includes('"unexpected error"')) process.stderr.write(`${line}\n`)
}

function toEnd(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The sample company could not be added (exit ${code}).`))))
  })
}

async function untilReady(app: ChildProcess, origin: string): Promise<void> {
  const deadline = performance.now() + startWithinMs
  while (performance.now() < deadline) {
    if (app.exitCode !== null) throw new Error(`The app ended while starting (exit ${app.exitCode}).`)
    const answer = await fetch(`${origin}/ready`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  app.kill("SIGKILL")
  throw new Error(`The app was not ready within ${startWithinMs / 1000} s.`)
}

function stop(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(() => app.kill("SIGKILL"), stopWithinMs)
    app.once("exit", () => {
      clearTimeout(late)
      resolve()
    })
    app.kill("SIGTERM")
  })
}
