// Hands a request to a Remix that knows the routes of its area alone: Remix ranks every route it knows twice for each request.

import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node"

export type Handle = (request: Request, context: AppLoadContext) => Promise<Response>

/** One handler for all routes; an area is the first part of an address, and what fits no area is answered by a handler of them all. */
export function handlerByArea(build: ServerBuild): Handle {
  const all = createRequestHandler(build, "production")
  const areas = new Map<string, Handle>()
  for (const area of areasOf(build)) {
    const routes = Object.fromEntries(Object.entries(build.routes).filter(([id, route]) => belongs(build, id, area) || (route && route.parentId === undefined)))
    areas.set(area, createRequestHandler({ ...build, routes }, "production"))
  }
  return (request, context) => (areas.get(areaOfAddress(request.url)) ?? all)(request, context)
}

/** Areas whose routes can be told by their first part: it is plain text, and the route lies directly below the root. */
function areasOf(build: ServerBuild): Set<string> {
  const firsts = Object.values(build.routes).map((route) => route?.path?.split("/")[0] ?? "")
  return new Set(firsts.filter((first) => /^[a-z-]+$/.test(first)))
}

function belongs(build: ServerBuild, id: string, area: string): boolean {
  const route = build.routes[id]
  if (!route) return false
  if (route.path?.split("/")[0] === area) return true
  return route.parentId !== undefined && build.routes[route.parentId]?.parentId !== undefined && belongs(build, route.parentId, area)
}

/** The first part of the path; the address of a page's data belongs where the page does. */
function areaOfAddress(address: string): string {
  return new URL(address).pathname.replace(/\.data$/, "").split("/")[1] ?? ""
}
