// Where the embedded database of a data folder listens, how that place is written as a URL, and who answers there.

import { createHash } from "node:crypto"
import { chmodSync, lstatSync, mkdirSync, realpathSync } from "node:fs"
import { connect, Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { PoolConfig } from "pg"

/** A unix socket in a folder of its own, or loopback TCP behind a secret where there are no unix sockets. */
export type Endpoint = { kind: "socket"; folder: string } | { kind: "tcp"; port: number; secret: string }

const scheme = "embedded:"
const socketPort = 5432
/** Systems cut a longer socket path silently, so that two folders would share one. */
const longestSocketPath = 100
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const answerWithinMs = 2_000

/** The file PostgreSQL clients look for in a socket folder. */
export function socketFile(folder: string): string {
  return join(folder, `.s.PGSQL.${socketPort}`)
}

/** The socket folder of a data folder: itself, or a private one in the temporary folder when its path is too long. */
export function socketFolder(dataDir: string): string {
  const real = realpathSync(dataDir)
  if (Buffer.byteLength(socketFile(real)) <= longestSocketPath) return real
  const hash = createHash("sha256").update(real).digest("hex").slice(0, 24)
  return privateFolder(join(tmpdir(), `throughline-${hash}`))
}

/** A folder that cannot hold the records; its message is for the person at the terminal. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError"
}

/** Makes the folder for this user alone; refuses one that cannot be made, or that somebody else made. */
export function privateFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : ""
    const reason = why === "EEXIST" || why === "ENOTDIR" ? "there is a file in its way" : why === "EROFS" ? "the disk can only be read" : why === "EACCES" || why === "EPERM" ? "this user may not write there" : why
    throw new DataFolderError(`${folder} cannot be made into a folder for the records: ${reason}. Choose another DATA_DIR.`, { cause: error })
  }
  const found = lstatSync(folder)
  if (found.isSymbolicLink() || (process.getuid && found.uid !== process.getuid())) {
    throw new DataFolderError(`${folder} belongs to somebody else. Remove it, or choose another DATA_DIR.`)
  }
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return folder
}

/** The endpoint as DATABASE_URL carries it inside one process; the URL holds the secret and is never printed. */
export function endpointUrl(endpoint: Endpoint): string {
  if (endpoint.kind === "tcp") return `${scheme}//:${endpoint.secret}@127.0.0.1:${endpoint.port}/postgres`
  return `${scheme}///postgres?folder=${encodeURIComponent(endpoint.folder)}`
}

export function isEmbeddedUrl(url: string): boolean {
  return url.startsWith(scheme)
}

/** The endpoint behind a URL that `endpointUrl` wrote. */
export function endpointOf(url: string): Endpoint {
  const address = new URL(url)
  const folder = address.searchParams.get("folder")
  if (folder !== null) return { kind: "socket", folder }
  return { kind: "tcp", port: Number(address.port), secret: address.password }
}

/** How `pg` reaches an embedded endpoint. */
export function poolConfigFor(url: string): PoolConfig {
  const endpoint = endpointOf(url)
  const person = { user: "postgres", database: "postgres" }
  if (endpoint.kind === "socket") return { ...person, host: endpoint.folder, port: socketPort }
  const { port, secret } = endpoint
  return { ...person, host: "127.0.0.1", port, stream: () => openingWith(secret) }
}

/** Whether a database answers there; asks in a way that needs no turn at the engine. */
export function answers(endpoint: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const socket =
      endpoint.kind === "socket" ? connect(socketFile(endpoint.folder)) : connect(endpoint.port, "127.0.0.1")
    function done(answered: boolean): void {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(answerWithinMs, () => done(false))
    socket.once("error", () => done(false))
    socket.once("close", () => resolve(false))
    socket.once("data", () => done(true))
    socket.once("connect", () => {
      if (endpoint.kind === "tcp") socket.write(Buffer.from(endpoint.secret, "hex"))
      socket.write(sslRequest)
    })
  })
}

/** A socket that says the secret before anything its user sends. */
function openingWith(secret: string): Socket {
  const socket = new Socket()
  socket.once("connect", () => socket.write(Buffer.from(secret, "hex")))
  return socket
}
