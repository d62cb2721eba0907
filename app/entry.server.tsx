// Renders the whole page before sending it, with this response's nonce on every script, and logs what goes wrong.
import { Writable } from "node:stream"
import type { AppLoadContext, EntryContext } from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import { renderToPipeableStream } from "react-dom/server"
import { log } from "./core/log.server"
import { isRecordsAway } from "./core/records-away.server"
import { InputRefused } from "./core/safe-form"
import { NonceContext } from "./ui/nonce"

const renderLimit = 10_000
export const streamTimeout = renderLimit + 1_000

/** The page, complete at its first byte. Fails when rendering takes longer than ten seconds. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let failure: unknown
    const page = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk)
        done()
      },
      final(done) {
        clearTimeout(timer)
        headers.set("Content-Type", "text/html; charset=utf-8")
        const html = withNonce(Buffer.concat(chunks).toString("utf8"), nonce)
        resolve(new Response(html, { headers, status: failure === undefined ? status : 500 }))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={matchedOnly(remix)} url={request.url} nonce={nonce} abortDelay={renderLimit} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => pipe(page),
        onShellError(error) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error) {
          failure = error
          report(error, context)
        },
      },
    )
    const timer = setTimeout(() => abort(new Error("Rendering took too long.")), renderLimit)
  })
}

/** Rendering needs the routes of this page alone; without this Remix makes and ranks every route of the planner for each page. */
function matchedOnly(remix: EntryContext): EntryContext {
  const routes = Object.fromEntries(remix.staticHandlerContext.matches.flatMap(({ route }) => {
    const known = remix.manifest.routes[route.id]
    return known ? [[route.id, known]] : []
  }))
  return { ...remix, manifest: { ...remix.manifest, routes } }
}

/** Called by Remix with whatever a loader, action or component threw that nobody expected. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) report(error, context)
}

function report(error: unknown, context: AppLoadContext): void {
  // an address that leads nowhere, or a method no route answers
  if (isRouteErrorResponse(error) && error.status < 500) return
  if (error instanceof InputRefused) {
    context.inputRefused = { status: error.status, message: error.message }
    return
  }
  if (isRecordsAway(error)) context.recordsAway = true
  log.error(isRecordsAway(error) ? "records away" : "unexpected error", { requestId: context.requestId, personId: context.actor?.personId ?? null, error })
}

// Remix leaves the nonce off its preloads, and the content policy would refuse them. Typed text cannot look like this: it is escaped.
function withNonce(html: string, nonce: string): string {
  return html.replaceAll('<link rel="modulepreload"', `<link nonce="${nonce}" rel="modulepreload"`)
}
