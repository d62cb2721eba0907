// The doors of the built app, each route's loader and action, and how a request reaches one as somebody.

import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node"
import type { AppContext } from "~/core/http.server"
import type { SignedInActor } from "./builders"

export interface Door {
  route: string
  method: "GET" | "POST"
}

/** What a redirect to the sign-in page counts as, since as a bare status it would look like success. */
const sentToSignIn = 401
const origin = "http://127.0.0.1:3000"

/** Every loader (GET) and action (POST) of the build. */
export function doorsOf(build: Pick<ServerBuild, "routes">): Door[] {
  return Object.values(build.routes).flatMap((route) => {
    const { loader, action } = route?.module ?? {}
    const doors: Door[] = []
    if (route && loader) doors.push({ route: route.id, method: "GET" })
    if (route && action) doors.push({ route: route.id, method: "POST" })
    return doors
  })
}

/** Doors without a row, and rows without a door, in words. */
export function unmatched(doors: readonly Door[], rows: readonly Door[]): string[] {
  const name = ({ route, method }: Door) => `${method} ${route}`
  const [known, listed] = [new Set(doors.map(name)), new Set(rows.map(name))]
  return [
    ...[...known].filter((door) => !listed.has(door)).map((door) => `${door} has no row in the access matrix`),
    ...[...listed].filter((row) => !known.has(row)).map((row) => `${row} is a row without a route`),
  ]
}

/** Sends requests through the built app as a person, or as nobody; returns the status answered (401 when sent to sign in). */
export function asker(build: ServerBuild): (who: SignedInActor | null, asked: { path: string; form?: Record<string, string> }) => Promise<number> {
  const handle = createRequestHandler(build, "production")
  return async (who, { path, form }) => {
    const request = new Request(new URL(path, origin), {
      method: form ? "POST" : "GET",
      headers: { Origin: origin, Host: new URL(origin).host, "Sec-Fetch-Site": "same-origin" },
      body: form && new URLSearchParams(form),
    })
    const response = await handle(request, contextOf(who))
    await response.arrayBuffer()
    const to = response.headers.get("Location") ?? ""
    return response.status === 302 && to.startsWith("/sign-in") ? sentToSignIn : response.status
  }
}

function contextOf(actor: SignedInActor | null): AppLoadContext {
  return {
    actor,
    sessionHash: actor && `session of ${actor.personId}`,
    nonce: "nonce",
    requestId: "access-matrix",
    clientAddress: "127.0.0.1",
    userAgent: "access matrix",
    https: false,
    origin,
    recordsAway: false,
  } satisfies AppContext
}
