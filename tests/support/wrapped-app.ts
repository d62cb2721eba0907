// The built app with its wrapper in this process: requests as a browser sends them, answered as production answers them.

import { createRequestHandler, type ServerBuild } from "@remix-run/node"
import { Hono } from "hono"
import { admitProgram } from "~/core/api-token.server"
import { createLog } from "~/core/log.server"
import { createSession, findSession, sessionCookieName } from "~/core/session.server"
import { remixHandler, wrap, type WrappedEnv } from "~/core/wrapper.server"

export interface Asked {
  /** posted fields; a request with a form is a POST */
  form?: Record<string, string>
  method?: string
  headers?: Record<string, string>
}

export interface WrappedApp {
  origin: string
  /** the lines of the wrapper's log so far */
  lines: readonly string[]
  /** Sends a request, signed in when a cookie is given. */
  ask: (path: string, cookie?: string | null, asked?: Asked) => Promise<Response>
  /** Signs a person in and gives the Cookie header. */
  cookieOf: (personId: string) => Promise<string>
}

/** The app at an origin; `now` is the clock by which sessions live. */
export function wrappedApp(build: ServerBuild, settings: { origin?: string; now?: () => Date } = {}): WrappedApp {
  const { origin = "https://plan.example", now = () => new Date() } = settings
  const lines: string[] = []
  const app = new Hono<WrappedEnv>()
  const log = createLog((line) => lines.push(line))
  wrap(app, { origin, trustedProxies: [] }, {
    find: (token, at) => findSession(token, at), admit: (authorization, at) => admitProgram(authorization, at), now, peer: () => "198.51.100.4", log,
  })
  app.all("*", remixHandler(createRequestHandler(build, "production")))
  const https = origin.startsWith("https:")
  return {
    origin,
    lines,
    async ask(path, cookie = null, { form, method = form ? "POST" : "GET", headers = {} } = {}) {
      const sent = { Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin", ...(cookie ? { Cookie: cookie } : {}), ...headers }
      return app.request(`${origin}${path}`, { method, headers: sent, body: form && new URLSearchParams(form) })
    },
    async cookieOf(personId) {
      const { token } = await createSession(personId, { now: now() })
      return `${sessionCookieName(https)}=${token}`
    },
  }
}
