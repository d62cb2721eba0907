// What surrounds Remix: request id, gate, size limit, session, security headers, and the shape of errors.
import { randomBytes } from "node:crypto"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { AppLoadContext } from "@remix-run/node"
import type { Context, Env, Handler, Hono, MiddlewareHandler } from "hono"
import { admitProgram, type Admission } from "./api-token.server"
import { clientAddress, proxyList } from "./client-address"
import { factsOf, judge } from "./csrf-gate"
import { pageHeaders } from "./headers"
import "./http.server"
import { log, type Log } from "./log.server"
import { plainPage } from "./plain-page"
import { isRecordsAway, recordsAwaySentence } from "./records-away.server"
import { formLimits, InputRefused, uploadLimits } from "./safe-form"
import { findSession, sessionCookie, sessionCookieName, sessionToken, type FoundSession } from "./session.server"

export interface WrapperSettings {
  /** the configured origin, such as https://plan.example; never taken from a request */
  origin: string
  /** addresses or ranges whose forwarded headers count; empty: none do */
  trustedProxies: readonly string[]
}

/** What tests replace: where sessions are found, the time, the peer's address, and the log. */
export interface WrapperParts {
  find: (token: string, now: Date) => Promise<FoundSession | null>
  /** who a program is, by its Authorization header */
  admit: (authorization: string, now: Date) => Promise<Admission>
  now: () => Date
  peer: (c: Context) => string
  log: Log
}

export interface WrappedEnv extends Env {
  Variables: { app: AppLoadContext }
}

const forwardedHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip"]

// What is reported there may come without a name: a line a request would say who was on that page, and when.
const namelessPath = /^\/byo\/new(\.data)?\/?$/i

const usualParts: WrapperParts = {
  find: (token, now) => findSession(token, now),
  admit: (authorization, now) => admitProgram(authorization, now),
  now: () => new Date(),
  peer: (c) => getConnInfo(c).remote.address ?? "",
  log,
}

/**
 * Puts the wrapper around everything that is added to `app` afterwards (static files and health answers come before). Every
 * answer gets the security headers; refused requests never reach Remix.
 */
export function wrap(app: Hono<WrappedEnv>, settings: WrapperSettings, parts: WrapperParts = usualParts): void {
  app.use("*", surround(settings, parts))
  app.onError((error, c) => failed(c, error, parts.log))
  app.notFound((c) => refuse(c, 404, "Page not found", "There is no page at this address."))
}

/** The last handler: hands the request to Remix with the load context the wrapper made. */
export function remixHandler(handle: (request: Request, context: AppLoadContext) => Promise<Response>): Handler<WrappedEnv> {
  return async (c) => {
    const context = c.get("app")
    const response = await handle(c.req.raw, context)
    if (response.status < 500) return response
    // a form shown again with what was typed: Remix leaves the action's own headers off the page
    if (response.status === 503) return new Response(response.body, { status: 503, headers: withRetry(response.headers) })
    if (!isDocument(c)) return context.recordsAway ? new Response(response.body, { status: 503, headers: withRetry(response.headers) }) : response
    if (context.recordsAway) return recordsAwayPage(c)
    if (context.inputRefused) return refuse(c, context.inputRefused.status, "Not saved", context.inputRefused.message)
    // where the route has no page to show the failure on, Remix answers with bare text
    return response.headers.get("content-type")?.startsWith("text/html") ? response : defectPage(c)
  }
}

function surround(settings: WrapperSettings, parts: WrapperParts): MiddlewareHandler<WrappedEnv> {
  const https = settings.origin.startsWith("https:")
  const isTrusted = proxyList(settings.trustedProxies)
  return async (c, next) => {
    const started = performance.now()
    const peer = parts.peer(c)
    const request = c.req.raw
    const app: AppLoadContext = {
      actor: null,
      sessionHash: null,
      nonce: randomBytes(16).toString("base64"),
      requestId: randomBytes(8).toString("hex"),
      clientAddress: clientAddress(peer, request.headers.get("x-forwarded-for"), isTrusted),
      userAgent: request.headers.get("user-agent") ?? "",
      https,
      origin: settings.origin,
      recordsAway: false,
    }
    c.set("app", app)
    if (!isTrusted(peer.replace(/^::ffff:/i, ""))) c.req.raw = withoutForwarded(request)
    const refusal = gate(c, settings.origin, parts.log)
    if (refusal) c.res = refusal
    else if (forPrograms(c) && c.req.header("authorization") !== undefined) await withToken(c, next, parts)
    else await withSession(c, next, parts)
    c.res = mutable(c.res)
    for (const [name, value] of Object.entries(pageHeaders({ nonce: app.nonce, https }))) c.res.headers.set(name, value)
    c.res.headers.set("X-Request-Id", app.requestId)
    const nameless = namelessPath.test(c.req.path)
    if (nameless && c.res.status < 500) return
    parts.log.info("request", {
      ...(nameless ? {} : { requestId: app.requestId, personId: app.actor?.personId ?? null }),
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    })
  }
}

function gate(c: Context<WrappedEnv>, origin: string, log: Log): Response | null {
  const { requestId, clientAddress: address } = c.get("app")
  const verdict = judge(factsOf(c.req.raw), origin)
  if (!verdict.allow) {
    log.security("request refused", { requestId, address, reason: verdict.reason, method: c.req.method, path: loggedPath(c.req.path) })
    return refuse(c, 403, "Refused", "This request did not come from a page of the planner, so nothing was done. Open the planner and try again.")
  }
  if (forPrograms(c) && !["GET", "HEAD"].includes(c.req.method)) {
    const refusal = refuse(c, 405, "Refused", "Programs read and change nothing: ask with GET.")
    refusal.headers.set("Allow", "GET, HEAD")
    return refusal
  }
  if (!isReadable(c.req.raw.url)) {
    return refuse(c, 400, "Not understood", "This address holds a character that no address of the planner has. Check it, or start from the first page.")
  }
  const { most, reason } = takesFile(c) ? ({ most: uploadLimits.bytes, reason: "file too large" } as const) : ({ most: formLimits.bytes, reason: "too large" } as const)
  if (Number(c.req.header("content-length") ?? 0) > most) return refuse(c, 413, "Too large", new InputRefused(reason).message)
  return null
}

// Spelled in any other way the address takes no more than other forms do.
function takesFile(c: Context): boolean {
  return c.req.method === "POST" && [uploadLimits.path, `${uploadLimits.path}.data`].includes(c.req.path)
}

function forPrograms(c: Context): boolean {
  return c.req.path.startsWith("/api/")
}

// A token counts for programs' addresses alone, and where one is shown no cookie is looked at.
async function withToken(c: Context<WrappedEnv>, next: () => Promise<void>, parts: WrapperParts): Promise<void> {
  const app = c.get("app")
  try {
    const admission = await parts.admit(c.req.header("authorization") ?? "", parts.now())
    if ("actor" in admission) {
      app.actor = admission.actor
      return await next()
    }
    parts.log.security("token refused", { requestId: app.requestId, address: app.clientAddress, status: admission.status, path: c.req.path })
    c.res = refuse(c, admission.status, "Refused", admission.sentence)
    for (const [name, value] of Object.entries(admission.headers)) c.res.headers.set(name, value)
  } catch (error) {
    if (!isRecordsAway(error)) throw error
    parts.log.error("records away", { requestId: app.requestId, error })
    app.recordsAway = true
    c.res = recordsAwayPage(c)
  }
}

// The session is found once, before Remix runs its loaders side by side.
async function withSession(c: Context<WrappedEnv>, next: () => Promise<void>, parts: WrapperParts): Promise<void> {
  const app = c.get("app")
  const token = sessionToken(c.req.header("cookie") ?? null, app.https)
  let session: FoundSession | null = null
  try {
    if (token !== null) session = await parts.find(token, parts.now())
  } catch (error) {
    if (!isRecordsAway(error)) throw error
    parts.log.error("records away", { requestId: app.requestId, error })
    app.recordsAway = true
    if (isDocument(c)) {
      c.res = recordsAwayPage(c)
      return
    }
  }
  app.actor = session?.actor ?? null
  app.sessionHash = session?.sessionHash ?? null
  await next()
  const setsItself = c.res.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookieName(app.https)}=`))
  if (session?.newToken && !setsItself) c.res.headers.append("Set-Cookie", sessionCookie(session.newToken, app.https))
}

function failed(c: Context<WrappedEnv>, error: unknown, log: Log): Response {
  log.error("request failed", { requestId: c.get("app").requestId, error })
  return isRecordsAway(error) ? recordsAwayPage(c) : defectPage(c)
}

function defectPage(c: Context<WrappedEnv>): Response {
  return refuse(c, 500, "Something went wrong", "The planner met a problem of its own and nothing was saved. Go back and try again; if it happens again, quote the reference.")
}

function recordsAwayPage(c: Context<WrappedEnv>): Response {
  const response = refuse(c, 503, "Records out of reach", `${recordsAwaySentence} Nothing is lost: go back, and what you typed is still in the form. Try again in a moment.`)
  response.headers.set("Retry-After", "5")
  return response
}

/** One shape for every refusal: a sentence and the reference, as a page for people and as JSON for programs. */
function refuse(c: Context<WrappedEnv>, status: number, title: string, sentence: string): Response {
  const { requestId } = c.get("app")
  if (forPrograms(c)) return Response.json({ message: sentence, reference: requestId }, { status })
  const body = plainPage({ title, sentences: [sentence], requestId })
  return new Response(c.req.method === "HEAD" ? null : body, { status, headers: { "Content-Type": "text/html; charset=utf-8" } })
}

// Headers of Response.redirect() and of fetched answers cannot be set; a copy's can.
function mutable(response: Response): Response {
  try {
    response.headers.delete("x-powered-by")
    return response
  } catch {
    return new Response(response.body, response)
  }
}

// A one-time link is a key while it lasts, so the log keeps the address without it.
function loggedPath(path: string): string {
  return path.replace(/^(\/(?:set-password|calendar)\/)(?!end$)[^/.]+/, "$1(kept out)")
}

// A null character cannot be looked up in the database, and a path that cannot be decoded leads nowhere.
function isReadable(address: string): boolean {
  if (/%00|\0/.test(address)) return false
  try {
    return decodeURIComponent(new URL(address).pathname) !== ""
  } catch {
    return false
  }
}

function isDocument(c: Context): boolean {
  return !c.req.path.endsWith(".data")
}

function withRetry(headers: Headers): Headers {
  const more = new Headers(headers)
  more.set("Retry-After", "5")
  return more
}

// Remix believes X-Forwarded-Host from anybody; here only a trusted proxy may say where a request was sent.
function withoutForwarded(request: Request): Request {
  if (!forwardedHeaders.some((name) => request.headers.has(name))) return request
  const headers = new Headers(request.headers)
  for (const name of forwardedHeaders) headers.delete(name)
  const { method, body } = request
  return new Request(request.url, { method, headers, body, ...(body === null ? {} : { duplex: "half" }) })
}
