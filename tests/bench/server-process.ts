// A server measured from outside: started as its own process, asked over one kept connection, and asked what it has used.

import { spawn, type ChildProcess } from "node:child_process"
import { Agent, get } from "node:http"
import { dirname, join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { gunzipSync } from "node:zlib"
import { freePort } from "../support/postgres-cluster"

export interface Used {
  cpuMs: number
  memoryMb: number
}

export interface Measured {
  origin: string
  ask: (path: string, packed?: boolean) => Promise<Answer>
  /** The same process, asked by somebody else. */
  askedBy: (cookie: string) => Measured
  used: () => Promise<Used>
  stop: () => Promise<void>
}

export interface Answer {
  status: number
  /** Bytes as they came over the wire. */
  bytes: number
  text: () => string
}

const readyWithinMs = 30_000

/** Starts a program that listens on PORT; returns once `/ready` answers 200. */
export async function startMeasured(root: string, program: string, env: Record<string, string>, cookie = ""): Promise<Measured> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const probe = join(root, "tests", "bench", "probe.mjs")
  const child = spawn(process.execPath, ["--import", probe, program], {
    cwd: dirname(program),
    env: { ...process.env, HOST: "127.0.0.1", ORIGIN: origin, NODE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const askAs = (whose: string) => (path: string, packed = false) => request(agent, origin + path, { cookie: whose, ...(packed ? { "accept-encoding": "gzip" } : {}) })
  await untilReady(child, askAs(cookie))
  const measured: Measured = {
    origin,
    ask: askAs(cookie),
    askedBy: (whose) => ({ ...measured, ask: askAs(whose) }),
    used: () => new Promise((resolve, reject) => {
      const gone = () => reject(new Error("A measured server ended while it was measured."))
      child.once("exit", gone)
      child.once("message", (said) => {
        child.off("exit", gone)
        resolve(said as Used)
      })
      if (child.connected) child.send("used")
      else gone()
    }),
    async stop() {
      agent.destroy()
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGTERM")
      await ended
    },
  }
  return measured
}

async function untilReady(child: ChildProcess, ask: Measured["ask"]): Promise<void> {
  for (const deadline = performance.now() + readyWithinMs; performance.now() < deadline; await wait(10)) {
    if (child.exitCode !== null) throw new Error(`A measured server ended while starting (exit ${child.exitCode}).`)
    const status = await ask("/ready").then((answer) => answer.status, () => 0)
    if (status === 200) return
  }
  throw new Error("A measured server was not ready in time.")
}

function request(agent: Agent, address: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on("data", (part: Buffer) => parts.push(part))
      response.once("error", reject)
      response.once("end", () => {
        const body = Buffer.concat(parts)
        const text = () => (response.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8")
        resolve({ status: response.statusCode ?? 0, bytes: body.length, text })
      })
    })
    asked.once("error", reject)
  })
}
