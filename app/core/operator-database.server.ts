// The database for a command on this machine: the living app's, or our own for as long as the command runs.

import { setTimeout as wait } from "node:timers/promises"
import { openDatabase } from "#db/client"
import { startEmbedded } from "#db/embedded/embedded"
import { answers, endpointUrl } from "#db/embedded/endpoint"
import { livingOwner, readOwner, type Owner } from "#db/embedded/owner"
import { migrate, migrationsCurrent, SchemaRefusedError } from "#db/migrate"
import { closeDatabase } from "./database.server"
import type { Settings } from "./env.server"

export interface OperatorDatabase {
  settings: Settings
  version: string
  /** What the command is called, for whoever finds the folder in use meanwhile. */
  command: string
}

const listensWithinMs = 30_000

/**
 * Runs the work with DATABASE_URL set: connected to the app that owns the folder, else as the owner for this run. Refuses a
 * schema of another version while an app works with it; without one it migrates first.
 */
export async function withOperatorDatabase<R>(asked: OperatorDatabase, run: () => Promise<R>): Promise<R> {
  const { settings } = asked
  const owner = settings.databaseUrl === null ? await livingOwner(settings.dataDir) : null
  if (owner !== null) return connected(await listeningUrl(settings.dataDir, owner), run)
  if (settings.databaseUrl !== null) return connected(settings.databaseUrl, run)
  const embedded = await startEmbedded({
    dataDir: settings.dataDir,
    version: asked.version,
    address: `the command "throughline ${asked.command}" on this machine`,
  })
  try {
    await migrate(embedded.url)
    return await working(embedded.url, run)
  } finally {
    await embedded.stop()
  }
}

async function connected<R>(url: string, run: () => Promise<R>): Promise<R> {
  const db = openDatabase(url, { max: 1 })
  const current = await migrationsCurrent(db).finally(() => db.destroy())
  if (!current) {
    throw new SchemaRefusedError("The records belong to another version of Throughline than this command. Start the app of this version first.")
  }
  return working(url, run)
}

async function working<R>(url: string, run: () => Promise<R>): Promise<R> {
  process.env.DATABASE_URL = url
  try {
    return await run()
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
