// The life of the app's process: settings, database, schema, server, address; then, on a signal, all of it in reverse.

import { join } from "node:path"
import { stderr, stdout } from "node:process"
import type { ServerBuild } from "@remix-run/node"
import { startEmbedded, type Embedded } from "#db/embedded/embedded"
import { migrate, SchemaRefusedError, workingRole } from "#db/migrate"
import type { Development } from "./server"
import { originOf, readEnvironment, readSettings, type Settings } from "./core/env.server"
import { tryListening } from "./core/listening.server"
import { sentencesOf } from "./core/start-failure.server"
import { versionOf } from "./core/version.server"

export interface StartOptions {
  /** The folder of package.json, `.env` and the build. */
  root: string
  loadBuild?: () => Promise<ServerBuild>
  development?: Development
}

const finishWithinMs = 20_000
const endWithinMs = 30_000
const sweepEveryMs = 120_000
const remindEveryMs = 600_000

/** Starts everything and prints the address; on failure prints one sentence for each cause and ends with 1. */
export async function start(options: StartOptions): Promise<void> {
  try {
    await run(options)
  } catch (error) {
    for (const sentence of sentencesOf(error)) stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

async function run({ root, loadBuild = builtApp, development }: StartOptions): Promise<void> {
  Object.assign(process.env, readEnvironment(root))
  const settings = await settledSettings(root)
  // Until there is something to finish, a signal ends the start at once; the database follows by itself.
  const life: { embedded: Embedded | null; stop: (code: number) => void } = { embedded: null, stop: process.exit }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => life.stop(0))
  if (settings.databaseUrl === null) {
    life.embedded = await startEmbedded({
      dataDir: settings.dataDir,
      version: versionOf(root),
      address: settings.origin ?? "starting",
      onFirstStart: () => stdout.write("First start: preparing the database. This takes some seconds, and only once.\n"),
      onLost: () => life.stop(1),
    })
  }
  const { embedded } = life
  try {
    const url = embedded?.url ?? settings.databaseUrl ?? ""
    // Everything from here on finds its database by this name, whichever it is.
    process.env.DATABASE_URL = url
    await migrate(url)
    await refuseOtherRole(url)
    void readAhead()
    const { startServer } = await import("./server")
    const server = await startServer({
      host: settings.host,
      port: settings.port,
      origin: (port) => settings.origin ?? originOf(settings.host, port),
      trustedProxies: settings.trustedProxies,
      clientFolder: join(root, "build", "client"),
      loadBuild,
      databaseUp: () => embedded?.isUp() ?? true,
      development: development ?? null,
    })
    embedded?.claim.update({ address: server.origin })
    const { startSender } = await import("./core/outbox.server")
    const sender = await startSender()
    life.stop = stopOnce(async () => {
      const finished = await server.drain(finishWithinMs)
      await sender?.stop()
      const { closeDatabase } = await import("./core/database.server")
      await closeDatabase()
      await embedded?.stop()
      return finished
    })
    void keepSwept()
    if (sender !== null) void keepReminding(server.origin)
    endOnTrouble(life.stop)
    stdout.write(`Throughline is ready at ${server.origin}\n`)
    sayWhere(settings)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The checked settings, and a place to listen that is there and free: neither may turn out wrong after the database was made. */
async function settledSettings(root: string): Promise<Settings> {
  // told first: a host that leads nowhere needs no ORIGIN
  const host = process.env.HOST?.trim()
  if (host) await tryListening({ host, port: 0 })
  const settings = readSettings(process.env, root)
  await tryListening(settings)
  return settings
}

/** The map of all records is read while the app itself is still being loaded: with thousands of them, the first page would wait for it. */
async function readAhead(): Promise<void> {
  const { database } = await import("./core/database.server")
  const { currentAlignment } = await import("./features/alignment/alignment.queries.server")
  // what fails here fails again, and is told, at the first page
  await currentAlignment(database()).catch(() => null)
}

/** Imports whose process died are named so, now and where their silence shows it only later. */
async function keepSwept(): Promise<void> {
  const { sweepImports } = await import("./features/exchange/import-job.server")
  // what fails here (the database is away) is tried again
  const sweep = () => void sweepImports().catch(() => undefined)
  sweep()
  setInterval(sweep, sweepEveryMs).unref()
}

/** Owners are reminded of their promises by mail; another process that looks too queues nothing twice. */
async function keepReminding(origin: string): Promise<void> {
  const [{ remindOwners }, { log }] = await Promise.all([import("./features/commitments/reminders.commands.server"), import("./core/log.server")])
  const remind = () => void remindOwners({ origin }).catch((error: unknown) => log.error("owners were not reminded", { error }))
  remind()
  setInterval(remind, remindEveryMs).unref()
}

function builtApp(): Promise<ServerBuild> {
  return import("virtual:remix/server-build")
}

/** Stops once, however often it is asked: Ctrl-C arrives twice through npm. What takes too long is cut off with 1. */
function stopOnce(finish: () => Promise<boolean>): (code: number) => void {
  let stopping = false
  return (code) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), endWithinMs).unref()
    finish().then(
      (finished) => process.exit(finished ? code : 1),
      () => process.exit(1),
    )
  }
}

/** A defect nobody caught may have left anything behind, so the process ends; what is under way may still finish. */
function endOnTrouble(stop: (code: number) => void): void {
  async function end(error: unknown): Promise<void> {
    const { log } = await import("./core/log.server")
    log.error("process ends after a defect", { error })
    stop(1)
  }
  process.on("uncaughtException", (error) => void end(error))
  process.on("unhandledRejection", (error) => void end(error))
}

async function refuseOtherRole(url: string): Promise<void> {
  const role = await workingRole(url)
  if (role !== "app_rw") throw new SchemaRefusedError(`The app would work as "${role}" and not as app_rw. See the README, "PostgreSQL".`)
}

function sayWhere(settings: Settings): void {
  if (settings.databaseUrl === null) stdout.write(`Its records are in ${settings.dataDir}\n`)
}
