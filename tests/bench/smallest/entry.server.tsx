// Renders the smallest page in one go, which costs less than streaming it.
import { Writable } from "node:stream"
import type { EntryContext } from "@remix-run/node"
import { RemixServer } from "@remix-run/react"
import { renderToPipeableStream } from "react-dom/server"

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const page = new Writable({
      write(part: Buffer, _encoding, done) {
        parts.push(part)
        done()
      },
      final(done) {
        headers.set("Content-Type", "text/html; charset=utf-8")
        resolve(new Response(Buffer.concat(parts), { headers, status }))
        done()
      },
    })
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, { onAllReady: () => pipe(page), onShellError: reject })
  })
}
