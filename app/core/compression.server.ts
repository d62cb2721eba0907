// Compressing answers: lightly, since the processor is dearer than the wire.

import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { promisify } from "node:util"
import { createGzip, gzip } from "node:zlib"
import type { MiddlewareHandler } from "hono"

const pack = promisify(gzip)
const level = 3
const smallest = 1_000
const packable = /^(text\/|application\/(json|javascript|xml)|image\/svg)/

/** Compresses text answers for browsers that ask; downloads are packed while they stream, pages in one go. */
export function compression(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { res } = c
    if (res.body === null || c.req.method === "HEAD" || res.headers.has("content-encoding")) return
    if (!packable.test(res.headers.get("content-type") ?? "") || res.headers.has("etag")) return
    res.headers.append("Vary", "Accept-Encoding")
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return
    const headers = new Headers(res.headers)
    headers.delete("Content-Length")
    if (headers.get("content-disposition")?.startsWith("attachment")) {
      headers.set("Content-Encoding", "gzip")
      c.res = new Response(packedStream(res.body), { status: res.status, headers })
      return
    }
    const plain = new Uint8Array(await res.arrayBuffer())
    if (plain.length >= smallest) headers.set("Content-Encoding", "gzip")
    c.res = undefined
    c.res = new Response(plain.length >= smallest ? new Uint8Array(await pack(plain, { level })) : plain, { status: res.status, headers })
  }
}

function packedStream(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const packed = Readable.fromWeb(body as NodeStream<Uint8Array>).compose(createGzip({ level }))
  return Readable.toWeb(packed) as ReadableStream<Uint8Array>
}
