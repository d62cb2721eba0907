// The embedded database's own process: opens PGlite, listens, and ends when the process that started it is gone.
// One file without imports of ours, so that it starts the same way from a build, in development and in tests.

import { timingSafeEqual } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer, type Socket } from "node:net"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { unaccent } from "@electric-sql/pglite/contrib/unaccent"
import { PGLiteSocketServer } from "@electric-sql/pglite-socket"

interface Order {
  dataDir: string
  /** The claim that owner.json must carry; null where a test needs no owner. */
  claim: string | null
  startedAt: string
  socketFile: string
  /** Hex; set when callers come through loopback TCP and must say it first. */
  secret: string | null
  /** A gzipped data folder to begin with, where there is none yet. */
  snapshot: string | null
}

interface Engine {
  port: number | null
  stop: () => Promise<void>
}

const secretBytes = 32
const secretWithinMs = 5_000
const mostConnections = 100

let running: Promise<Engine> | null = null

// The terminal's Ctrl-C and a service manager's signal mean the app, which still needs its database while it drains.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined)
process.on("disconnect", () => void end())
process.on("message", (order: Order | "stop" | "are you there") => {
  if (order === "stop") return void end()
  // said between two statements, however long a transaction takes
  if (order === "are you there") return void (process.connected && process.send?.("here", () => undefined))
  running = open(order)
  running.then(
    ({ port }) => tell({ listening: true, port }),
    (error: unknown) => {
      tell({ listening: false, message: error instanceof Error ? error.message : String(error) })
      process.exitCode = 1
      if (process.connected) process.disconnect()
    },
  )
})

/** The owner may be gone by now, which its closed channel says anyway. */
function tell(news: { listening: boolean; port?: number | null; message?: string }): void {
  if (process.connected) process.send?.(news, () => undefined)
}

async function open(order: Order): Promise<Engine> {
  checkClaim(order)
  writeIdentity(order)
  const folder = join(order.dataDir, "database")
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(join(folder, "PG_VERSION"))
  const snapshot = order.snapshot === null || !isNew ? {} : { loadDataDir: new Blob([readFileSync(order.snapshot)]) }
  const db = await PGlite.create({ dataDir: folder, extensions: { btree_gist, pg_trgm, unaccent }, ...snapshot })
  await workAsApp(db)
  rmSync(order.socketFile, { force: true })
  const server = new PGLiteSocketServer({ db: inWholeGroups(db), path: order.socketFile, maxConnections: mostConnections })
  await server.start()
  const gate = order.secret === null ? null : await openGate(order.socketFile, Buffer.from(order.secret, "hex"))
  return {
    port: gate?.port ?? null,
    async stop() {
      gate?.close()
      await server.stop()
      await db.close()
      rmSync(order.socketFile, { force: true })
      rmSync(identityFile(order), { force: true })
    },
  }
}

/** Ends in order, from whatever state; the folder survives a kill as well, this only leaves it tidy. */
async function end(): Promise<void> {
  try {
    const engine = await running
    await engine?.stop()
  } finally {
    process.exit()
  }
}

/** Every connection shares one session, which begins as superuser: from here on it may only change rows. */
async function workAsApp(db: PGlite): Promise<void> {
  const { rows } = await db.query("select 1 from pg_roles where rolname = 'app_rw'")
  if (rows.length > 0) await db.exec("set role app_rw")
}

/** The messages after which more of the same statement follows: parse, bind, describe, execute, close, flush. */
const partial = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)))

/**
 * The same database for the socket server, which takes turns between connections after every message unless a transaction
 * is open. All connections share one session and so one unnamed statement: a turn in the middle of parse, bind, execute and
 * sync would run somebody else's statement. Until its sync has come, a group counts as such a transaction.
 */
function inWholeGroups(db: PGlite): PGlite {
  let groupIsOpen = false
  return new Proxy(db, {
    get(target, name) {
      if (name === "isInTransaction") return () => groupIsOpen || target.isInTransaction()
      if (name === "execProtocolRawStream")
        return (...[message, options]: Parameters<PGlite["execProtocolRawStream"]>) => {
          groupIsOpen = partial.has(message[0] ?? 0)
          return target.execProtocolRawStream(message, options)
        }
      if (name === "exec")
        return (...words: Parameters<PGlite["exec"]>) => {
          // the server rolls back what a caller left open when it went away
          groupIsOpen = false
          return target.exec(...words)
        }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === "function" ? value.bind(target) : value
    },
  })
}

function identityFile(order: Order): string {
  return join(order.dataDir, "engine.json")
}

/** Written before the folder is opened: whoever owns it next waits until this process is gone. */
function writeIdentity(order: Order): void {
  const next = `${identityFile(order)}.${process.pid}`
  writeFileSync(next, JSON.stringify({ pid: process.pid, startedAt: order.startedAt }), { mode: 0o600 })
  renameSync(next, identityFile(order))
}

/** Two engines on one folder destroy it, so the last look at who owns it comes right before opening it. */
function checkClaim(order: Order): void {
  if (order.claim === null) return
  const owner: unknown = JSON.parse(readFileSync(join(order.dataDir, "owner.json"), "utf8"))
  const claim = typeof owner === "object" && owner !== null && "claim" in owner ? owner.claim : null
  if (claim !== order.claim || !process.connected) throw new Error(`${order.dataDir} was taken by another process.`)
}

/** Loopback TCP for systems without unix sockets; nothing passes before the secret was said. */
function openGate(target: string, secret: Buffer): Promise<{ port: number; close: () => void }> {
  const server = createServer((caller) => admit(caller, target, secret))
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      if (address === null || typeof address === "string") return reject(new Error("No port for the database."))
      resolve({ port: address.port, close: () => server.close() })
    })
  })
}

function admit(caller: Socket, target: string, secret: Buffer): void {
  let said = Buffer.alloc(0)
  const late = setTimeout(() => caller.destroy(), secretWithinMs)
  caller.on("error", () => caller.destroy())
  caller.on("close", () => clearTimeout(late))
  caller.on("data", function listen(part: Buffer) {
    said = Buffer.concat([said, part])
    if (said.length < secretBytes) return
    caller.off("data", listen)
    clearTimeout(late)
    if (secret.length !== secretBytes || !timingSafeEqual(said.subarray(0, secretBytes), secret)) return caller.destroy()
    caller.pause()
    const inner = connect(target)
    inner.on("error", () => caller.destroy())
    inner.on("close", () => caller.destroy())
    caller.on("close", () => inner.destroy())
    if (said.length > secretBytes) inner.write(said.subarray(secretBytes))
    caller.pipe(inner).pipe(caller)
  })
}
