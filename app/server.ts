// The web server: what answers a request, in which order, and how it listens and comes to rest.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node"
import { Hono } from "hono"
import { compression } from "./core/compression.server"
import { addHealth } from "./core/health.server"
import type { AppContext } from "./core/http.server"
import { handlerByArea } from "./core/route-areas.server"
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
  const handle = await remixOf(options)
  const listening = await listen(options)
  const origin = options.origin(listening.port)
  let draining = false
  const app = new Hono<WrappedEnv>()
  app.use("*", async (c, next) => {
    await next()
    if (draining) c.res.headers.set("Connection", "close")
  })
  addHealth(app, () => !draining && options.databaseUp())
  app.use("*", compression())
  if (options.development) app.use("*", withoutPolicy)
  else app.use("*", staticFiles(options.clientFolder, origin.startsWith("https:")))
  wrap(app, { origin, trustedProxies: options.trustedProxies })
  app.all("*", remixHandler(handle))
  listening.answerWith(app)
  return {
    port: listening.port,
    origin,
    drain(withinMs) {
      draining = true
      return comeToRest(listening.server, withinMs)
    },
  }
}

type Handle = (request: Request, context: AppContext) => Promise<Response>

/** Remix with the build, which in development is asked for anew each time. */
async function remixOf({ loadBuild, development }: ServerOptions): Promise<Handle> {
  if (development === null) {
    const handle = handlerByArea(await loadBuild())
    return (request, context) => handle(request, context as AppContext & AppLoadContext)
  }
  return async (request, context) => {
    const handle = createRequestHandler(await loadBuild(), "development")
    return handle(request, context as AppContext & AppLoadContext)
  }
}

/** Vite's development client brings styles and scripts of its own, which the policy would refuse. */
async function withoutPolicy(c: { res: Response }, next: () => Promise<void>): Promise<void> {
  await next()
  c.res.headers.delete("Content-Security-Policy")
}

interface Listening {
  server: Server
  port: number
  answerWith: (app: Hono<WrappedEnv>) => void
}

/** Listens before there are answers, since the origin may depend on the port the system gives; until then 503. */
function listen({ host, port, development }: ServerOptions): Promise<Listening> {
  type Listener = (request: IncomingMessage, response: ServerResponse) => void
  let answer: Listener = (_request, response) => void response.writeHead(503, { "Retry-After": "1" }).end()
  const before = development?.before ?? ((_request, _response, next) => next())
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: arriveWithinMs }, (request, response) => {
      before(request, response, () => answer(request, response))
    })
    server.once("error", reject)
    server.listen(port, host, () => {
      server.off("error", reject)
      const address = server.address()
      resolve({
        server,
        port: typeof address === "object" && address !== null ? address.port : port,
        answerWith(app) {
          const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
          answer = (request, response) => void listener(request, response)
        },
      })
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
