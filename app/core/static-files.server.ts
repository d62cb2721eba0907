// The built client's files, served from memory before anything else looks at the request.

import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"
import { promisify } from "node:util"
import { constants, gzip } from "node:zlib"
import type { MiddlewareHandler } from "hono"
import { assetHeaders } from "./headers"

interface StaticFile {
  body: Buffer
  type: string
  tag: string
  /** Made at its first request, since most files of a build are never asked for compressed. */
  packed: Promise<Buffer> | null
}

const pack = promisify(gzip)
const smallestPacked = 1_000
const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
}
const packable = /^(text\/|application\/|image\/svg)/

/** Answers GET and HEAD of every file in the folder; anything else goes on, except unknown names below /assets/ (404). */
export function staticFiles(folder: string, https: boolean): MiddlewareHandler {
  const files = existsSync(folder) ? readFolder(folder) : new Map<string, StaticFile>()
  return async (c, next) => {
    const { method, path } = c.req
    const file = method === "GET" || method === "HEAD" ? files.get(path) : undefined
    const headers = assetHeaders({ path, https })
    if (file === undefined) {
      if (path.startsWith("/assets/")) return c.body(null, 404, { ...headers, "Cache-Control": "no-store" })
      return next()
    }
    headers.ETag = file.tag
    if (c.req.header("if-none-match") === file.tag) return c.body(null, 304, headers)
    headers["Content-Type"] = file.type
    let body = file.body
    if (packable.test(file.type) && body.length >= smallestPacked) {
      headers.Vary = "Accept-Encoding"
      if (/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) {
        body = await (file.packed ??= pack(file.body, { level: constants.Z_BEST_COMPRESSION }))
        headers["Content-Encoding"] = "gzip"
      }
    }
    headers["Content-Length"] = String(body.length)
    return method === "HEAD" ? c.body(null, 200, headers) : c.body(new Uint8Array(body), 200, headers)
  }
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { encoding: "utf8", recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).split(sep).join("/")}`
    const type = types[extname(name)]
    // What begins with a dot is the build's own, and a type we do not know is not ours to serve.
    if (!entry.isFile() || type === undefined || name.includes("/.")) continue
    const body = readFileSync(path)
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`
    files.set(name, { body, type, tag, packed: null })
  }
  return files
}
