// Renders the whole page before sending it, with this response's nonce on every script, and logs what goes wrong.
import type { AppLoadContext, EntryContext } from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import { renderToString } from "react-dom/server"
import { log } from "./core/log.server"
import { isRecordsAway } from "./core/records-away.server"
import { InputRefused } from "./core/safe-form"
import { partsOfPage, textInScript } from "./drawn-parts.server"
import { DrawPartContext } from "./ui/drawn-once"
import { NonceContext } from "./ui/nonce"

/**
 * The page, complete at its first byte. It is drawn in one go: no page waits for anything once its loaders have answered, and
 * React's streaming writer spends a quarter of a list's time on copying short texts into buffers.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context
  const { part, inPlace } = partsOfPage()
  const data = await dataOf(remix)
  // drawn with a few words in its place, which nobody can know before
  const mark = data === "" ? "" : `data of ${nonce}`
  const page = withData(matchedOnly(remix), mark)
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <DrawPartContext.Provider value={part}>
        <RemixServer context={page} url={request.url} nonce={nonce} />
      </DrawPartContext.Provider>
    </NonceContext.Provider>,
  )
  headers.set("Content-Type", "text/html; charset=utf-8")
  // drawn to a text, the page comes without its first line, and browsers would lay it out as pages of 1999
  return new Response(inPlace(`<!DOCTYPE html>${withNonce(html, nonce)}`, mark === "" ? undefined : { mark: JSON.stringify(mark), text: textInScript(data) }), { headers, status })
}

/** What the page's scripts begin with, which Remix hands over as a stream; empty where it hands over nothing. */
async function dataOf({ serverHandoffStream }: EntryContext): Promise<string> {
  if (!serverHandoffStream) return ""
  const reader = serverHandoffStream.getReader()
  const parts: Uint8Array[] = []
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value)
  return Buffer.concat(parts).toString("utf8")
}

/** The page with other data, there at once: drawing would wait for a stream. */
function withData(remix: EntryContext, value: string): EntryContext {
  if (value === "") return remix
  const read = Object.assign(Promise.resolve(), { result: { done: true, value } })
  return { ...remix, serverHandoffStream: new ReadableStream(), renderMeta: { ...remix.renderMeta, streamCache: { 0: read } } }
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
