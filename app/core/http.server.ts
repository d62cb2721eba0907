// What every route begins with: who asks, what the wrapper knows of the request, and the ids in the address.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { NotFoundError } from "./errors"
import { log } from "./log.server"
import { can, type Actor, type Permission } from "./policy"
import { recordsAwaySentence } from "./records-away.server"
import { postedFrom } from "./return.server"

/** What the wrapper puts beside each request. */
export type AppContext = {
  /** the signed-in person, or null */
  actor: SignedIn | null
  /** key of the session's own rows (flash); null when nobody is signed in */
  sessionHash: string | null
  /** this response's content-policy nonce */
  nonce: string
  /** the reference a person can quote; the log has it too */
  requestId: string
  clientAddress: string
  userAgent: string
  /** whether the configured origin is https; decides the cookie's flags */
  https: boolean
  /** the configured origin, for links that leave the page */
  origin: string
  /** set when the database could not be reached while answering */
  recordsAway: boolean
  /** set when a form exceeded its limits outside submit() */
  inputRefused?: { status: number; message: string }
}

export type SignedIn = Actor & { personId: string }

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends AppContext {}
}

/** Routes that answer people who are not signed in; every other loader and action calls requireActor. */
export const publicRoutes: readonly string[] = [
  "root", "routes/sign-in", "routes/sign-out", "routes/welcome", "routes/welcome_.sample", "routes/welcome_.own", "routes/set-password.$token",
  "routes/sample.enter.$code", "routes/theme", "routes/calendar.$token", "routes/answer.$token", "routes/answer.$token_.draft", "routes/answer.$token_.minutes",
  "routes/answer.$token_.rating",
]

type RouteArgs = Pick<LoaderFunctionArgs | ActionFunctionArgs, "request" | "context" | "params">

/**
 * The signed-in person. Sends anybody else to sign in (and back afterwards), answers 403 when the permission is missing, and
 * 503 while the records are away. Programs, at /api/, are told in JSON and never sent to a page.
 */
export function requireActor(args: RouteArgs, permission: Permission = "read"): SignedIn {
  const { actor, recordsAway, requestId } = args.context
  if (actor === null && recordsAway) throw new Response(recordsAwaySentence, { status: 503, headers: { "Retry-After": "5" } })
  if (actor === null) throw isForPrograms(args.request) ? refusedProgram(args, 401) : redirect(signInPath(args.request))
  // who owns a record is judged where the record is known; here only whether owning one could help
  const mayEverywhere = permission === "edit record" ? actor.roles.some((role) => role !== "viewer") : can(actor, permission)
  if (!mayEverywhere) {
    log.security("denied", { requestId, personId: actor.personId, permission })
    if (isForPrograms(args.request)) throw refusedProgram(args, 403)
    throw new Response("You may not see this page. Ask an administrator for access.", { status: 403 })
  }
  return actor
}

function isForPrograms(request: Request): boolean {
  return new URL(request.url).pathname.startsWith("/api/")
}

function refusedProgram(args: RouteArgs, status: 401 | 403): Response {
  if (status === 403) return refuseProgram(args, status, "This token may read, and nothing else.")
  return refuseProgram(args, status, "Show a token with the header “Authorization: Bearer tl_...”. An administrator makes one under Settings, API tokens.")
}

/** The answer to a program whose request leads nowhere: a sentence and the reference, as JSON. */
export function refuseProgram({ context }: Pick<RouteArgs, "context">, status: 400 | 401 | 403 | 404, message: string): Response {
  const headers: Record<string, string> = status === 401 ? { "WWW-Authenticate": "Bearer" } : {}
  return Response.json({ message, reference: context.requestId }, { status, headers })
}

/** For sign-in pages: whoever is signed in already is sent to the start page. */
export function requireNobody(args: RouteArgs): void {
  if (args.context.actor !== null) throw redirect("/")
}

/** The signed-in person or null, for routes that are public. */
export function currentActor(args: RouteArgs): SignedIn | null {
  return args.context.actor
}

/** The record, or a 404 page that says what is missing. */
export function found<T>(record: T | null | undefined, what = "This page"): T {
  if (record === null || record === undefined) {
    throw new Response(`${what} is not here. It may have been archived or never existed.`, { status: 404 })
  }
  return record
}

/** The number in a short id such as G-12, in either case; 404 when the address holds another prefix or no number. */
export function idParam(args: Pick<RouteArgs, "params">, prefix: string, name = "id"): number {
  const [, letters, digits] = /^([a-z]{1,4})-([1-9]\d{0,8})$/i.exec(args.params[name] ?? "") ?? []
  return found(letters?.toUpperCase() === prefix.toUpperCase() ? Number(digits) : null)
}

/** The key (a UUID) in an address; refused as not found when it is none, so that the database is never asked for it. */
export function keyParam(args: Pick<RouteArgs, "params">, name = "id"): string {
  const key = args.params[name] ?? ""
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key)) throw new NotFoundError("This record")
  return key
}

/** To sign in and back; who was about to save something comes back to the page that form was on, and is told. */
function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url)
  const reads = request.method === "GET" || request.method === "HEAD"
  const next = reads ? pathname + search : postedFrom(request, "/")
  const words = new URLSearchParams({ ...(next === "/" ? {} : { next }), ...(reads ? {} : { unsaved: "1" }) })
  return words.size === 0 ? "/sign-in" : `/sign-in?${words.toString()}`
}
