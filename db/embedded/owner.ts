// Who owns a data folder: one process at a time, written in owner.json; a second one is told and leaves.

import { randomBytes, randomUUID } from "node:crypto"
import { readFileSync, renameSync, rmSync, unlinkSync, writeFileSync, linkSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { answers, privateFolder, socketFolder, type Endpoint } from "./endpoint"
import { ownIdentity, stillRuns, type ProcessIdentity } from "./process-identity"

/** What owner.json says. */
export interface Owner extends ProcessIdentity {
  claim: string
  version: string
  /** Where people reach the app, or what holds the folder instead ("a command on this machine"). */
  address: string
  endpoint: Endpoint
}

export interface Claim {
  owner: Owner
  /** Writes a new address or endpoint into owner.json. */
  update: (change: Partial<Pick<Owner, "address" | "endpoint">>) => void
  /** Gives the folder back; does nothing when it is no longer ours. */
  release: () => void
}

export interface ClaimRequest {
  dataDir: string
  version: string
  address: string
  /** Unix socket, or loopback TCP behind a secret; TCP only where the system has no unix sockets. */
  transport?: "socket" | "tcp"
}

/** Somebody else holds the data folder. */
export class FolderHeldError extends Error {
  readonly owner: Owner
  constructor(dataDir: string, owner: Owner) {
    super(
      `${dataDir} is in use by process ${owner.pid} (${owner.address}). ` +
        "Stop that one first, or choose another folder with DATA_DIR.",
    )
    this.name = "FolderHeldError"
    this.owner = owner
  }
}

const ownerFile = "owner.json"
export const engineFileName = "engine.json"
const orphanMayTakeMs = 5_000

/** Makes this process the owner of the folder; refuses with FolderHeldError while another one lives or answers. */
export async function claimFolder(request: ClaimRequest): Promise<Claim> {
  const dataDir = privateFolder(request.dataDir)
  const file = join(dataDir, ownerFile)
  const transport = request.transport ?? (process.platform === "win32" ? "tcp" : "socket")
  const owner: Owner = {
    ...ownIdentity(),
    claim: randomUUID(),
    version: request.version,
    address: request.address,
    endpoint:
      transport === "socket"
        ? { kind: "socket", folder: socketFolder(dataDir) }
        : { kind: "tcp", port: 0, secret: randomBytes(32).toString("hex") },
  }
  while (!createOnce(file, owner)) {
    const held = await readSettled(file)
    if (held === null) continue
    if (stillRuns(held)) throw new FolderHeldError(dataDir, held)
    await endOrphan(dataDir)
    // A process this machine cannot see (another container, say) may still answer.
    if (await answers(held.endpoint)) throw new FolderHeldError(dataDir, held)
    moveAside(file, held)
  }
  await endOrphan(dataDir)
  return {
    owner,
    update(change) {
      Object.assign(owner, change)
      const next = `${file}.${owner.claim}`
      writeFileSync(next, JSON.stringify(owner), { mode: 0o600 })
      renameSync(next, file)
    },
    release() {
      if (readOwner(dataDir)?.claim === owner.claim) unlinkSync(file)
    },
  }
}

/** What owner.json says, or null when there is none that can be read. */
export function readOwner(dataDir: string): Owner | null {
  return parse(join(dataDir, ownerFile))
}

/** The living owner of a folder, proven by its process or its answer; null when nobody holds it. */
export async function livingOwner(dataDir: string): Promise<Owner | null> {
  const held = readOwner(dataDir)
  if (held === null) return null
  return stillRuns(held) || (await answers(held.endpoint)) ? held : null
}

function createOnce(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: "wx", mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false
    throw error
  }
}

/** Reads a file that its writer may not have finished; one that stays unreadable is debris and goes. */
async function readSettled(file: string): Promise<Owner | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const owner = parse(file)
    if (owner !== null) return owner
    await wait(50)
  }
  rmSync(file, { force: true })
  return null
}

/** Moves a dead owner's file away. Should a newer claim have been caught instead, it is put back. */
function moveAside(file: string, dead: Owner): void {
  const aside = `${file}.${randomUUID()}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const caught = parse(aside)
  if (caught !== null && caught.claim !== dead.claim) {
    try {
      linkSync(aside, file)
    } catch {
      // A third newcomer was faster; the engine's own check decides between the two.
    }
  }
  rmSync(aside, { force: true })
}

/** An engine whose owner was killed ends by itself; one that hangs is ended, before anybody opens its folder. */
async function endOrphan(dataDir: string): Promise<void> {
  const engine = readEngine(dataDir)
  if (engine === null) return
  const until = Date.now() + orphanMayTakeMs
  while (stillRuns(engine)) {
    if (Date.now() > until) process.kill(engine.pid, "SIGKILL")
    await wait(25)
  }
}

function readEngine(dataDir: string): ProcessIdentity | null {
  try {
    const said: unknown = JSON.parse(readFileSync(join(dataDir, engineFileName), "utf8"))
    return isIdentity(said) ? said : null
  } catch {
    return null
  }
}

function parse(file: string): Owner | null {
  try {
    const said: unknown = JSON.parse(readFileSync(file, "utf8"))
    return isOwner(said) ? said : null
  } catch {
    return null
  }
}

function isIdentity(said: unknown): said is ProcessIdentity {
  if (typeof said !== "object" || said === null) return false
  return "pid" in said && typeof said.pid === "number" && "startedAt" in said && typeof said.startedAt === "string"
}

function isOwner(said: unknown): said is Owner {
  return isIdentity(said) && "claim" in said && "address" in said && "endpoint" in said && "version" in said
}
