// The database for a command on this machine: the living app's, or our own for as long as the command runs.

import { existsSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { openDatabase, openOwnerPool } from "#db/client"
import { startEmbedded } from "#db/embedded/embedded"
import { answers, endpointUrl } from "#db/embedded/endpoint"
import { livingOwner, readOwner, type Owner } from "#db/embedded/owner"
import { migrate, migrationsCurrent, SchemaRefusedError } from "#db/migrate"
import { closeDatabase } from "./database.server"
import type { Settings } from "./env.server"
import { RuleError } from "./errors"

/**
 * What a command needs: the records as this version has them; or as they lie, whichever version wrote them; or a place for
 * records with nobody else at work in it.
 */
export type DatabaseAccess = "records" | "as they lie" | "alone"

export interface OperatorDatabase {
  settings: Settings
  version: string
  /** What the command is called, for whoever finds the folder in use meanwhile. */
  command: string
  access: DatabaseAccess
}

export interface ReachedDatabase {
  url: string
  /** Somebody else holds the folder and works with it meanwhile. */
  shared: boolean
}

const listensWithinMs = 30_000
const aloneAtMostMs = 24 * 3_600_000

/**
 * Runs the work with DATABASE_URL set: connected to the app that owns the folder, else as the owner for this run. For
 * "records" it refuses a schema of another version while an app works with it, and without one it migrates first; "as they
 * lie" refuses a folder without records; "alone" refuses a folder that somebody holds.
 */
export async function withOperatorDatabase<R>(asked: OperatorDatabase, run: (reached: ReachedDatabase) => Promise<R>): Promise<R> {
  const { settings, access } = asked
  if (settings.databaseUrl !== null) return connected(asked, { url: settings.databaseUrl, shared: false }, run)
  const owner = access === "alone" ? null : await livingOwner(settings.dataDir)
  if (owner !== null) return connected(asked, { url: await listeningUrl(settings.dataDir, owner), shared: true }, run)
  if (access === "as they lie" && !existsSync(join(settings.dataDir, "database"))) {
    throw new RuleError(`There are no records in ${settings.dataDir}. Is DATA_DIR right, or DATABASE_URL missing?`)
  }
  const embedded = await startEmbedded({
    dataDir: settings.dataDir,
    version: asked.version,
    address: `the command "throughline ${asked.command}" on this machine`,
    // the one session may be kept for long by whoever is alone: silence is no sign of trouble
    silentForMs: aloneAtMostMs,
  })
  try {
    if (access === "records") await migrate(embedded.url)
    return await working({ url: embedded.url, shared: false }, run)
  } finally {
    await embedded.stop()
  }
}

async function connected<R>({ access }: OperatorDatabase, reached: ReachedDatabase, run: (reached: ReachedDatabase) => Promise<R>): Promise<R> {
  if (access === "records" && !(await becameOurs(reached.url))) await refuseOtherVersion(reached.url)
  return working(reached, run)
}

/** A database that nobody set up is set up, as the app's first start would; whoever starts at the same time waits. */
async function becameOurs(url: string): Promise<boolean> {
  const pool = openOwnerPool(url)
  const asked = pool.query<{ missing: boolean }>("select to_regclass('public.schema_migration') is null as missing")
  const { rows } = await asked.finally(() => pool.end())
  if (!rows[0]?.missing) return false
  await migrate(url)
  return true
}

async function refuseOtherVersion(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1 })
  const current = await migrationsCurrent(db).finally(() => db.destroy())
  if (!current) {
    throw new SchemaRefusedError("The records belong to another version of Throughline than this command. Start the app of this version first.")
  }
}

async function working<R>(reached: ReachedDatabase, run: (reached: ReachedDatabase) => Promise<R>): Promise<R> {
  process.env.DATABASE_URL = reached.url
  try {
    return await run(reached)
  } finally {
    await closeDatabase()
  }
}

/** An owner that is just starting does not listen yet, and behind TCP does not know its port. */
async function listeningUrl(dataDir: string, owner: Owner): Promise<string> {
  const until = Date.now() + listensWithinMs
  let { endpoint } = owner
  while (!(await answers(endpoint))) {
    if (Date.now() > until) throw new Error(`Process ${owner.pid} holds ${dataDir} and does not answer. End it and try again.`)
    await wait(100)
    endpoint = readOwner(dataDir)?.endpoint ?? endpoint
  }
  return endpointUrl(endpoint)
}
