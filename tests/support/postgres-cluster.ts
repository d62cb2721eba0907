// A throw-away PostgreSQL cluster for one run of the tests: loopback, no syncing, gone afterwards.

import { execFileSync, spawn } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"
import { postgresPrograms } from "./databases"

export interface Cluster {
  version: string
  /** How a database of the cluster is reached by the product's login, which owns it. */
  url: (database: string) => string
  /** Runs one statement as the cluster's administrator. */
  administer: (statement: string) => Promise<void>
  /** Ends the server as a crash would: at once, everybody's connection cut. */
  halt: () => Promise<void>
  /** Starts the halted server again, on the same port. */
  resume: () => Promise<void>
  stop: () => Promise<void>
}

interface Account {
  uid: number
  gid: number
}

const startWithinMs = 20_000
const clusterSettings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 200
max_locks_per_transaction = 256
`

/** Starts a cluster with the login `throughline`, which may create roles as the README asks; refuses without the programs. */
export async function startCluster(): Promise<Cluster> {
  const programs = postgresPrograms()
  if (programs === null) throw new Error("PostgreSQL's programs (initdb, postgres) are not on this machine; install them or set TEST_DATABASE=embedded.")
  const account = unprivileged()
  const home = mkdtempSync(join(tmpdir(), "throughline-postgres-"))
  if (account) chownSync(home, account.uid, account.gid)
  chmodSync(home, 0o700)
  const data = join(home, "data")
  const run = { ...account, cwd: home, env: { ...process.env, LC_ALL: "C", HOME: home } }
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "administrator", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], { ...run, stdio: "pipe" })
  const port = await freePort()
  writeFileSync(join(data, "postgresql.auto.conf"), `${clusterSettings}port = ${port}\n`)
  const administer = administrator(port)
  async function serve(): Promise<void> {
    const server = spawn(join(programs ?? "", "postgres"), ["-D", data], { ...run, detached: true, stdio: "ignore" })
    await untilUp(administer, server.exitCode === null)
  }
  await serve()
  await administer("create role throughline login createrole")
  return {
    version: readFileSync(join(data, "PG_VERSION"), "utf8").trim(),
    url: (database) => `postgresql://throughline@127.0.0.1:${port}/${database}`,
    administer,
    halt: () => end(data, "SIGQUIT"),
    resume: serve,
    async stop() {
      await end(data, "SIGINT")
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as the account Debian makes for it, else as nobody. */
function unprivileged(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"))
  const found = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody")
  if (!found) throw new Error("PostgreSQL cannot run as root, and there is no other account for it.")
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

function administrator(port: number): (statement: string) => Promise<void> {
  return async (statement) => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "administrator", database: "postgres" })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
}

async function untilUp(administer: (statement: string) => Promise<void>, running: boolean): Promise<void> {
  const deadline = performance.now() + startWithinMs
  for (;;) {
    try {
      return await administer("select 1")
    } catch (error) {
      if (!running || performance.now() > deadline) throw error
      await wait(50)
    }
  }
}

/** Ends the server by its own process number and waits until it is gone. */
async function end(data: string, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const file = join(data, "postmaster.pid")
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  process.kill(pid, signal)
  for (const deadline = performance.now() + startWithinMs; isThere(pid) && performance.now() < deadline; ) await wait(50)
}

/** After a crash the file with the number stays, so the process itself is asked. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A loopback port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port."))))
    })
  })
}
