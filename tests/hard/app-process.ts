// The built app as an operator runs it: through npm, on a data folder of its own, and whatever is left of it afterwards.

import { spawn, type ChildProcess } from "node:child_process"
import { readFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { endpointUrl } from "#db/embedded/endpoint"
import { readOwner } from "#db/embedded/owner"
import { startOf } from "#db/embedded/process-identity"

export interface AppProcess {
  /** npm, or the app itself when started without it. */
  child: ChildProcess
  origin: string
  output: () => string
  /** The exit code, or the signal's name. */
  ended: Promise<number | string>
}

const root = fileURLToPath(new URL("../..", import.meta.url))
const readyWithinMs = 120_000

/** Starts the app, through npm in a process group of its own, without waiting for it; on a free port unless `more` names one. */
export async function launch(dataDir: string, more: Record<string, string> = {}): Promise<AppProcess> {
  const port = more.PORT ?? (await freePort())
  const env = { ...process.env, NODE_ENV: "production" as const, DATABASE_URL: "", DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: String(port), ORIGIN: "", ...more }
  const child = spawn("npm", ["start", "--silent"], { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] })
  let said = ""
  child.stdout.on("data", (part: Buffer) => (said += part.toString()))
  child.stderr.on("data", (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | string>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal ?? "?")))
  return { child, origin: `http://127.0.0.1:${port}`, output: () => said, ended }
}

/** Starts the app and waits until it can serve. */
export async function launchReady(dataDir: string, more: Record<string, string> = {}): Promise<AppProcess> {
  const app = await launch(dataDir, more)
  await until(async () => {
    if (app.child.exitCode !== null) throw new Error(`The app ended while starting: ${app.output()}`)
    return (await statusOf(`${app.origin}/ready`)) === 200
  }, readyWithinMs)
  return app
}

/** The status of an answer, or null when there was none. */
export async function statusOf(address: string): Promise<number | null> {
  return fetch(address).then((answer) => answer.status, () => null)
}

/** The app's process number, as owner.json says it. */
export function appPid(dataDir: string): number {
  return readOwner(dataDir)?.pid ?? 0
}

/** The database's process number. */
export function enginePid(dataDir: string): number {
  const said = JSON.parse(readFileSync(join(dataDir, "engine.json"), "utf8")) as { pid: number }
  return said.pid
}

/** Where the records of the running app can be reached past it. */
export function recordsUrl(dataDir: string): string {
  const owner = readOwner(dataDir)
  if (owner === null) throw new Error(`${dataDir} has no owner`)
  return endpointUrl(owner.endpoint)
}

export function isGone(pid: number): boolean {
  return startOf(pid) === null
}

/** Waits for something that happens soon; fails after a bound that no healthy run meets. */
export async function until(check: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain`)
    await wait(20)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })
}
