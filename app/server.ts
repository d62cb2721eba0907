// The web server: what answers a request, in which order, and how it listens and comes to rest.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node"
import { Hono } from "hono"
import { compression } from "./core/compression.server"
import { addHealth } from "./core/health.server"
import type { AppContext } from "./core/http.server"
import { staticFiles } from "./core/static-files.server"
import { remixHandler, wrap, type WrappedEnv } from "./core/wrapper.server"

export interface ServerOptions {
  host: string
  port: number
  origin: (port: number) => string
  trustedProxies: readonly string[]
  clientFolder: string
  loadBuild: () => Promise<ServerBuild>
  /** False while the database is down; stopping is known here. */
  databaseUp: () => boolean
  development: Development | null
}

/** Vite's own answers come before ours. */
export interface Development {
  before: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}

export interface RunningServer {
  port: number
  origin: string
  /** Takes no new connections, lets requests under way finish, and says whether they did within the limit. */
  drain: (withinMs: number) => Promise<boolean>
}

/** A request that takes longer to arrive than this is a slow attack or a dead line. */
const arriveWithinMs = 30_000

/** Listens, and answers in this order: health, files, then the wrapper with Remix inside. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = new Hono<WrappedEnv>()
  let draining = false
  const listening = await listen(app, options)
  const origin = options.origin(listening.port)
  app.use("*", async (c, next) => {
    await next()
    if (draining) c.res.headers.set("Connection", "close")
  })
  addHealth(app, () => !draining && options.databaseUp())
  app.use("*", compression())
  if (options.development) app.use("*", withoutPolicy)
  else app.use("*", staticFiles(options.clientFolder, origin.startsWith("https:")))
  wrap(app, { origin, trustedProxies: options.trustedProxies })
  const mode = options.development ? "development" : "production"
  const build = options.development ? null : createRequestHandler(await options.loadBuild(), mode)
  app.all(
    "*",
    remixHandler(async (request, context) => {
      const handle = build ?? createRequestHandler(await options.loadBuild(), mode)
      return handle(request, context as AppContext & AppLoadContext)
    }),
  )
  return {
    port: listening.port,
    origin,
    drain(withinMs) {
      draining = true
      return comeToRest(listening.server, withinMs)
    },
  }
}

/** Vite's development client brings styles and scripts of its own, which the policy would refuse. */
async function withoutPolicy(c: { res: Response }, next: () => Promise<void>): Promise<void> {
  await next()
  c.res.headers.delete("Content-Security-Policy")
}

function listen(app: Hono<WrappedEnv>, options: ServerOptions): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    const before = options.development?.before ?? ((_request, _response, next) => next())
    const server = createServer({ requestTimeout: arriveWithinMs }, (request, response) => {
      before(request, response, () => void answer(request, response))
    })
    server.once("error", reject)
    server.listen(options.port, options.host, () => {
      server.off("error", reject)
      const address = server.address()
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : options.port })
    })
  })
}

function comeToRest(server: Server, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    // A connection becomes idle when its request ends, and only then may it be closed.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    function rest(inTime: boolean): void {
      clearInterval(sweep)
      clearTimeout(late)
      if (!inTime) server.closeAllConnections()
      resolve(inTime)
    }
    const late = setTimeout(() => rest(false), withinMs)
    server.close(() => rest(true))
  })
}
