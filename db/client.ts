// Opening a database, embedded or PostgreSQL: the pool, how values arrive, time limits and the role it works as.

import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { isEmbeddedUrl, poolConfigFor } from "./embedded/endpoint"
import type { DB } from "./schema"

export interface OpenOptions {
  /** Most connections at once; without it 20 on PostgreSQL and 5 on the embedded database. */
  max?: number
  /** How long a transaction on the embedded database may stay open, where 10 s are too short for what it does. */
  heldAtMostMs?: number
  /** How long a connection to the embedded database may wait for its turn, where 60 s are not the measure. */
  waitAtMostMs?: number
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void
}

const acquireWithinMs = 3_000
const usuallyHeldMs = 10_000
/**
 * On the embedded database everybody waits for whoever is at work there, an import among them: that is no failure. Its
 * owner kills an engine that one statement keeps busy for longer than this, so nobody waits for what never comes.
 */
const usuallyWaitMs = 60_000
const lookEveryMs = 500
const idleAtMostMs = 10_000
/** Owner's work waits for the one before it: two starts at once, or a sample being written. */
const ownerWithinMs = 60_000
const { DATE, NUMERIC, INT8 } = pg.types.builtins
const dateArray = 1182
const asText = new Set<number>([DATE, NUMERIC, INT8])

/** Dates, decimals and 64-bit numbers arrive as the text PostgreSQL sends: no time zone and no rounding touches them. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (asText.has(oid)) return (text: string) => text
    // An array of dates is parsed like one of texts.
    const like: number = oid === dateArray ? 1009 : oid
    return format === "binary" ? pg.types.getTypeParser(like, "binary") : pg.types.getTypeParser(like, "text")
  },
}

/**
 * The query builder over a pool that works as `app_rw`. A connection that cannot be had within 3 s (embedded: 60 s) is an
 * error. `destroy()` closes the pool.
 */
export function openDatabase(url: string, options: OpenOptions = {}): Kysely<DB> {
  const pool = openPool(url, "app_rw", options)
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [inCamelCase()] })
}

/** One connection as the login itself, for work of the owner: migrating, dropping the sample. The caller ends it. */
export function openOwnerPool(url: string): pg.Pool {
  return openPool(url, "login", { max: 1 })
}

/** Columns are snake_case in SQL and camelCase here; the keys inside JSON are data and stay. */
function inCamelCase(): CamelCasePlugin {
  return new CamelCasePlugin({ maintainNestedObjectKeys: true })
}

function openPool(url: string, role: "app_rw" | "login", options: OpenOptions): pg.Pool {
  const embedded = isEmbeddedUrl(url)
  const { heldAtMostMs = usuallyHeldMs, waitAtMostMs = Math.max(usuallyWaitMs, heldAtMostMs) } = options
  const pool = new pg.Pool({
    ...(embedded ? poolConfigFor(url) : postgresConfig(url, role)),
    max: options.max ?? (embedded ? 5 : 20),
    // The engine loses its place between two messages when a connection says goodbye, so there none does for idleness.
    idleTimeoutMillis: embedded ? 0 : idleAtMostMs,
    connectionTimeoutMillis: acquireWithin(embedded, role, options),
    types,
  })
  // Without a listener the process ends when the server drops an idle connection.
  pool.on("error", (error) => options.onIdleError?.(error))
  // A connection in use has no listener of the pool's; its query fails by itself, so there is nothing more to do.
  pool.on("connect", (client) => client.on("error", () => undefined))
  if (embedded && role === "app_rw") boundTransactions(pool, { heldAtMostMs, waitAtMostMs })
  return pool
}

function acquireWithin(embedded: boolean, role: "app_rw" | "login", { heldAtMostMs, waitAtMostMs = usuallyWaitMs }: OpenOptions): number {
  if (role === "login") return ownerWithinMs
  if (embedded) return waitAtMostMs
  return heldAtMostMs === undefined ? acquireWithinMs : ownerWithinMs
}

/**
 * The embedded engine has one session and no time limits of its own: a transaction that stays open for longer (usually
 * 10 s) would stop everybody, so its connection is cut, and the engine rolls it back at once. A connection without one
 * stops nobody: it waits for its turn, and is cut only where that does not come.
 */
function boundTransactions(pool: pg.Pool, { heldAtMostMs, waitAtMostMs }: { heldAtMostMs: number; waitAtMostMs: number }): void {
  const looks = new WeakMap<pg.PoolClient, NodeJS.Timeout>()
  pool.on("acquire", (client) => {
    const since = performance.now()
    let openSince: number | null = null
    function look(): void {
      const now = performance.now()
      openSince = isInTransaction(client) ? (openSince ?? now) : null
      const overdue = openSince === null ? now - since > waitAtMostMs : now - openSince > heldAtMostMs
      if (overdue) cut(client)
    }
    looks.set(client, setInterval(look, Math.min(lookEveryMs, heldAtMostMs / 4, waitAtMostMs / 4)).unref())
  })
  pool.on("release", (_error, client) => clearInterval(looks.get(client)))
}

/** As the engine said with its last answer; a `begin` that waits for its turn is none yet. */
function isInTransaction(client: pg.PoolClient): boolean {
  const status = client.getTransactionStatus()
  return status === "T" || status === "E"
}

/** `end` with a query under way destroys the socket; without one it says goodbye. Both roll back. */
function cut(client: pg.PoolClient): void {
  if (client instanceof pg.Client) void client.end().catch(() => undefined)
}

/** The time limits are PostgreSQL's alone: on the embedded engine they bound nothing, and the idle one hangs it. */
function postgresConfig(url: string, role: "app_rw" | "login"): pg.PoolConfig {
  const address = new URL(url)
  const asked = address.searchParams.get("options")
  address.searchParams.delete("options")
  const limits = [
    "-c statement_timeout=10000",
    "-c lock_timeout=3000",
    "-c idle_in_transaction_session_timeout=15000",
    "-c timezone=UTC",
  ]
  const options = [asked, ...limits, ...(role === "app_rw" ? ["-c role=app_rw"] : [])].filter(Boolean).join(" ")
  return { connectionString: address.href, options, keepAlive: true, application_name: "throughline" }
}
