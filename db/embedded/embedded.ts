// The embedded database as its owner sees it: claimed, started as a child process, watched, restarted once, stopped.

import { fork, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { endpointUrl, poolConfigFor, socketFile, socketFolder, type Endpoint } from "./endpoint"
import { engineFile } from "./engine-file"
import { claimFolder, type Claim, type ClaimRequest } from "./owner"
import { startOf } from "./process-identity"

export interface EmbeddedOptions extends ClaimRequest {
  /** A gzipped data folder for a first start. */
  snapshot?: string
  /** Called before a database is made, which takes longer than opening one. */
  onFirstStart?: () => void
  /** Called when the database died twice within a minute: the process that needs it must end. */
  onLost?: () => void
  /** How often the engine is asked whether it still answers, and how long it may stay silent. */
  askEveryMs?: number
  silentForMs?: number
}

export interface Embedded {
  url: string
  claim: Claim
  /** Whether the engine runs and listens at this moment. */
  isUp: () => boolean
  /** The engine's process number, or null while there is none. */
  enginePid: () => number | null
  /** Closes the database and gives the folder back. */
  stop: () => Promise<void>
}

const secondDeathWithinMs = 60_000
const stopWithinMs = 10_000
/** What an import may take, and a little more. */
const longestTransactionMs = 660_000

/** Starts the embedded database of a data folder as its only owner; refuses with FolderHeldError when there is one. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const claim = await claimFolder(options)
  if (!existsSync(join(options.dataDir, "database", "PG_VERSION"))) options.onFirstStart?.()
  try {
    return await superviseEngine(options, claim)
  } catch (error) {
    claim.release()
    throw error
  }
}

async function superviseEngine(options: EmbeddedOptions, claim: Claim): Promise<Embedded> {
  const program = await engineFile()
  let child: ChildProcess | null = null
  let up = false
  let stopping = false
  let lastDeath = -Infinity

  async function start(): Promise<void> {
    const started = launch(program)
    child = started
    started.once("exit", () => {
      up = false
      child = null
      if (!stopping) onDeath()
    })
    const endpoint = await order(started, options, claim)
    if (JSON.stringify(endpoint) !== JSON.stringify(claim.owner.endpoint)) claim.update({ endpoint })
    up = true
  }

  function onDeath(): void {
    const now = performance.now()
    const again = now - lastDeath < secondDeathWithinMs
    lastDeath = now
    if (again) return options.onLost?.()
    // A start that fails ends its process, which is the second death and arrives here by itself.
    start().catch(() => undefined)
  }

  // While it first opens, a failure is the caller's to hear and not a death to repair.
  stopping = true
  await start()
  stopping = false
  const url = endpointUrl(claim.owner.endpoint)
  const watch = watchEngine(options, () => claim.owner.endpoint, () => (up ? child : null))
  return {
    url,
    claim,
    isUp: () => up,
    enginePid: () => child?.pid ?? null,
    async stop() {
      stopping = true
      watch.end()
      if (child !== null) await end(child)
      claim.release()
    },
  }
}

/** A process group of its own, so that the terminal's Ctrl-C does not reach it. */
function launch(program: string): ChildProcess {
  return fork(program, [], { detached: true, stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] })
}

function order(child: ChildProcess, options: EmbeddedOptions, claim: Claim): Promise<Endpoint> {
  const known = claim.owner.endpoint
  // Behind TCP the engine still listens on a private socket, or on a pipe nobody can guess where there are none.
  const inner =
    known.kind === "socket"
      ? socketFile(known.folder)
      : process.platform === "win32"
        ? join("\\\\.\\pipe", `throughline-${randomBytes(32).toString("hex")}`)
        : socketFile(socketFolder(options.dataDir))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`The embedded database ended while starting (code ${code}).`)))
    child.once("message", (said: { listening: boolean; port: number | null; message?: string }) => {
      if (!said.listening) return reject(new Error(`The embedded database cannot start: ${said.message}`))
      resolve(known.kind === "tcp" && said.port !== null ? { ...known, port: said.port } : known)
    })
    child.send({
      dataDir: options.dataDir,
      claim: claim.owner.claim,
      startedAt: startOf(child.pid ?? 0) ?? "unknown",
      socketFile: inner,
      secret: known.kind === "tcp" ? known.secret : null,
      snapshot: options.snapshot ?? null,
    })
  })
}

/**
 * Asks again and again, and kills an engine that stays silent: nothing else bounds a query there. An engine that does not
 * come to our question because a long transaction (an import) is under way says between its statements that it is there.
 */
function watchEngine(
  options: EmbeddedOptions,
  endpoint: () => Endpoint,
  living: () => ChildProcess | null,
): { end: () => void } {
  const { askEveryMs = 10_000, silentForMs = 30_000 } = options
  let asking = false
  const timer = setInterval(() => {
    const child = living()
    if (child === null || asking) return
    asking = true
    let late = setTimeout(judge, silentForMs).unref()
    const since = performance.now()
    function judge(): void {
      if (child === null) return
      const dead = setTimeout(() => child.kill("SIGKILL"), silentForMs).unref()
      child.once("message", () => clearTimeout(dead))
      child.once("exit", () => clearTimeout(dead))
      if (child.connected) child.send("are you there", () => undefined)
      late = setTimeout(performance.now() - since > longestTransactionMs ? () => child.kill("SIGKILL") : judge, silentForMs).unref()
    }
    void ask(endpoint()).finally(() => {
      clearTimeout(late)
      asking = false
    })
  }, askEveryMs)
  timer.unref()
  return { end: () => clearInterval(timer) }
}

async function ask(endpoint: Endpoint): Promise<void> {
  const client = new pg.Client(poolConfigFor(endpointUrl(endpoint)))
  client.on("error", () => undefined)
  try {
    await client.connect()
    await client.query("select 1")
    await client.end()
  } catch {
    // A broken connection means that the engine died, which its exit event reports.
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const late = setTimeout(() => child.kill("SIGKILL"), stopWithinMs)
    child.once("exit", () => {
      clearTimeout(late)
      resolve()
    })
    if (child.connected) child.send("stop")
  })
}
