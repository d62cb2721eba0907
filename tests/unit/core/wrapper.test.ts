// The wrapper around Remix's own request handler: nothing foreign reaches an action, every answer is guarded, errors have one shape.
import { once } from "node:events"
import { createServer } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node"
import { Hono } from "hono"
import { beforeEach, describe, expect, test } from "vitest"
import { ForbiddenError, NotFoundError } from "~/core/errors"
import { handleError } from "~/entry.server"
import { requireActor, type AppContext } from "~/core/http.server"
import { createLog } from "~/core/log.server"
import { safeFormData } from "~/core/safe-form"
import type { FoundSession } from "~/core/session.server"
import { remixHandler, wrap, type WrappedEnv, type WrapperParts } from "~/core/wrapper.server"

const origin = "https://app.example"
const ana: FoundSession = {
  actor: { kind: "person", personId: "0193-ana", name: "Ana", roles: ["planner"] },
  sessionHash: "hash",
  newToken: null,
}
const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })

const lines: string[] = []
const log = createLog((line) => lines.push(line))
let ran = 0
let seen: AppContext | undefined
let session: () => Promise<FoundSession | null>
let peer = "198.51.100.4"
let pageLoader: () => unknown
beforeEach(() => {
  lines.length = 0
  ran = 0
  seen = undefined
  session = () => Promise.resolve(ana)
  peer = "198.51.100.4"
  pageLoader = () => "loaded"
})

function build(): ServerBuild {
  const action = () => {
    ran++
    return { done: true }
  }
  const page = { default: () => null, action, loader: (args: LoaderFunctionArgs) => ((seen = args.context), pageLoader()) }
  const none = { default: undefined }
  const routes = {
    root: { id: "root", path: "", module: { default: () => null } },
    page: { id: "page", parentId: "root", path: "page", module: page },
    mine: { id: "mine", parentId: "root", path: "mine", module: { ...none, action: (args: LoaderFunctionArgs) => requireActor(args).name, loader: (args: LoaderFunctionArgs) => requireActor(args).name } },
    resource: { id: "resource", parentId: "root", path: "resource", module: { ...none, action: () => Response.json(action()) } },
    broken: { id: "broken", parentId: "root", path: "broken", module: { ...none, loader: () => Promise.reject(new Error("secret detail")) } },
    strict: { id: "strict", parentId: "root", path: "strict", module: { ...none, action: (args: LoaderFunctionArgs) => safeFormData(args.request) } },
    leave: { id: "leave", parentId: "root", path: "leave", module: { ...none, loader: () => Response.redirect(`${origin}/`, 302) } },
  }
  const future = { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false, v3_routeConfig: false, unstable_optimizeDeps: false }
  const render = (_request: Request, status: number, headers: Headers) => new Response("page", { status, headers })
  return {
    mode: "production", routes, future, isSpaMode: false, publicPath: "/", assetsBuildDirectory: "",
    entry: { module: { default: render, handleError } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  } as ServerBuild
}

function app(settings: { origin?: string; trustedProxies?: string[] } = {}): Hono<WrappedEnv> {
  const parts: WrapperParts = { find: () => session(), admit: () => Promise.reject(new Error("no program asks here")), now: () => new Date(), peer: () => peer, log }
  const made = new Hono<WrappedEnv>()
  wrap(made, { origin, trustedProxies: [], ...settings }, parts)
  made.get("/breaks", () => {
    throw new Error("secret detail")
  })
  made.all("*", remixHandler(createRequestHandler(build(), "production")))
  return made
}

function post(path: string, headers: Record<string, string>): Promise<Response> {
  const sent = { host: "app.example", cookie: "__Host-sid=x", "content-type": "application/x-www-form-urlencoded", ...headers }
  return Promise.resolve(app().request(`${origin}${path}`, { method: "POST", body: "a=1", headers: sent }))
}

describe("the requests that get past Remix alone", () => {
  const evil = "https://evil.example"
  test.each([
    ["document, foreign Origin", "/page", { origin: evil }],
    ["document, no Origin", "/page", {}],
    ["document, Origin null", "/page", { origin: "null" }],
    ["document, malformed Origin", "/page", { origin: "evil" }],
    ["document, foreign Origin with a forwarded host", "/page", { origin: evil, "x-forwarded-host": "evil.example" }],
    [".data, foreign Origin", "/page.data", { origin: evil }],
    ["_data, foreign Origin", "/page?_data=page", { origin: evil }],
    ["_data, own Origin", "/page?_data=page", { origin, "sec-fetch-site": "same-origin" }],
    ["resource route, foreign Origin", "/resource", { origin: evil }],
    ["resource route, foreign site", "/resource", { origin: evil, "sec-fetch-site": "cross-site" }],
    ["resource route with a .data ending", "/resource.data", { origin: evil }],
    ["double slash", "//resource", { origin: evil }],
    ["other letters", "/RESOURCE/", { origin: evil }],
  ])("%s: no", async (_what, path, headers: Record<string, string>) => {
    const response = await post(path, headers)
    expect(response.status).toBe(403)
    expect(ran).toBe(0)
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect(lines.filter((line) => line.includes('"level":"security","event":"request refused"'))).toHaveLength(1)
  })

  test.each(["/page", "/page.data", "/resource", "/resource.data"])("our own page posting to %s: yes", async (path) => {
    const response = await post(path, { origin, "sec-fetch-site": "same-origin" })
    expect(response.status).toBeLessThan(300)
    expect(ran).toBe(1)
  })

  test("the same without Sec-Fetch-Site, by the configured Origin: yes", async () => {
    expect((await post("/page", { origin })).status).toBe(200)
    expect(ran).toBe(1)
  })
})

test("a forwarded host from a stranger does not reach Remix; from a trusted proxy it does", async () => {
  const headers = { host: "inside:3000", origin, "sec-fetch-site": "same-origin", "x-forwarded-host": "app.example", "content-type": "application/x-www-form-urlencoded" }
  const request = () => new Request(`${origin}/page`, { method: "POST", body: "a=1", headers })
  expect((await app().fetch(request())).status).toBeGreaterThanOrEqual(400)
  expect(ran).toBe(0)
  peer = "::ffff:10.0.0.2"
  expect((await app({ trustedProxies: ["10.0.0.0/8"] }).fetch(request())).status).toBe(200)
  expect(ran).toBe(1)
})

describe("headers on every kind of answer", () => {
  test.each([
    ["/page", 200], ["/leave", 302], ["/nowhere", 404], ["/breaks", 500], ["/page.data", 200], ["/page?_data=page", 403],
  ])("%s %i", async (path, status) => {
    const response = await app().request(`${origin}${path}`)
    expect(response.status).toBe(status)
    const { "content-security-policy": policy = "", "x-request-id": id, ...rest } = Object.fromEntries(response.headers)
    expect(policy).toMatch(/'nonce-[\w+/]{22}==' 'strict-dynamic'/)
    expect(id).toMatch(/^[0-9a-f]{16}$/)
    expect(rest).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
    })
    expect(rest).not.toHaveProperty("x-powered-by")
  })

  test("1,000 answers have 1,000 nonces, and Remix is given the same one", async () => {
    const one = app()
    const nonces = new Set<string>()
    for (let i = 0; i < 1000; i++) {
      const response = await one.request(`${origin}/page`)
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? ""
      expect(seen?.nonce).toBe(nonce)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(1000)
  }, 60_000)
})

describe("the session", () => {
  test("is found once, though several loaders ask", async () => {
    let asked = 0
    session = () => Promise.resolve((asked++, ana))
    await app().request(`${origin}/page`, { headers: { cookie: "a=b; __Host-sid=token" } })
    expect(asked).toBe(1)
    expect(seen?.actor?.name).toBe("Ana")
  })
  test("is not looked for without a cookie, and over https the plain cookie counts for nothing", async () => {
    session = () => Promise.reject(new Error("asked"))
    await app().request(`${origin}/page`, { headers: { cookie: "sid=token" } })
    expect(seen?.actor).toBeNull()
  })
  test("a renewed id is handed to the browser", async () => {
    session = () => Promise.resolve({ ...ana, newToken: "renewed" })
    const response = await app().request(`${origin}/page`, { headers: { cookie: "__Host-sid=token" } })
    expect(response.headers.getSetCookie()).toEqual(["__Host-sid=renewed; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure"])
  })
  test("nobody is sent to sign in and back; somebody without a role is refused", async () => {
    const sent = await app().request(`${origin}/mine?sort=name`)
    expect([sent.status, sent.headers.get("location")]).toEqual([302, "/sign-in?next=%2Fmine%3Fsort%3Dname"])
    session = () => Promise.resolve(null)
    const headers = { "sec-fetch-site": "same-origin", referer: `${origin}/page?sort=name&done=0193` }
    const posted = await app().request(`${origin}/mine`, { method: "POST", headers })
    expect([posted.status, posted.headers.get("location")]).toEqual([302, "/sign-in?next=%2Fpage%3Fsort%3Dname&unsaved=1"])
    const elsewhere = await app().request(`${origin}/mine`, { method: "POST", headers: { ...headers, referer: "https://evil.example/page" } })
    expect(elsewhere.headers.get("location")).toBe("/sign-in?unsaved=1")
    session = () => Promise.resolve({ ...ana, actor: { ...ana.actor, roles: [] } })
    expect((await app().request(`${origin}/mine`, { headers: { cookie: "__Host-sid=t" } })).status).toBe(403)
  })
})

describe("failures", () => {
  test("a defect shows a sentence and the reference, nothing of the inside", async () => {
    const response = await app().request(`${origin}/breaks`)
    const text = await response.text()
    expect(text).toContain(response.headers.get("x-request-id"))
    expect(text).not.toMatch(/secret detail|at .*\.ts/)
  })
  test("so does one in a route without a page", async () => {
    const response = await app().request(`${origin}/broken`)
    expect(response.status).toBe(500)
    expect(await response.text()).toContain(`Reference ${response.headers.get("x-request-id")}`)
  })
  test("a form over the limits is 400 with its sentence, also outside submit()", async () => {
    const headers = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" }
    const response = await app().request(`${origin}/strict`, { method: "POST", body: "a[99999]=1", headers })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("Nothing was saved.")
  })
  test("what may come without a name leaves no line of who asked, and a defect there one without the person", async () => {
    for (const path of ["/byo/new", "/byo/new.data", "/BYO/new/"]) expect((await app().request(`${origin}${path}`, { headers: { cookie: "__Host-sid=t" } })).status).toBe(404)
    expect(lines.filter((line) => line.includes('"event":"request"'))).toEqual([])
    await app().request(`${origin}/byo/news`, { headers: { cookie: "__Host-sid=t" } })
    expect(lines.filter((line) => line.includes('"personId":"0193-ana"'))).toHaveLength(1)
  })
  test("a record that is not there is a 404 page with its sentence, and no defect in the log", async () => {
    for (const thrown of [new NotFoundError("Goal G-99"), new ForbiddenError("Only its owner may.")]) {
      pageLoader = () => {
        throw thrown
      }
      for (const path of ["/page", "/page.data"]) expect((await app().request(`${origin}${path}`)).status).toBe(thrown.init.status)
    }
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
  test.each(["/page?q=%00", "/page/%00", "/%", "/page/%E0%A4%A"])("%s is 400: no address of ours looks so", async (path) => {
    const response = await app().request(`${origin}${path}`)
    expect(response.status).toBe(400)
    expect(seen).toBeUndefined()
  })
  test("records away while finding the session: 503, come back in 5 s", async () => {
    session = () => Promise.reject(away)
    const response = await app().request(`${origin}/page`, { headers: { cookie: "__Host-sid=t" } })
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await response.text()).toContain("We can&#39;t reach our records")
  })
  test("records away inside a loader: the same, for the page and for its data", async () => {
    pageLoader = () => {
      throw new Error("query failed", { cause: away })
    }
    const page = await app().request(`${origin}/page`)
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await page.text()).toContain("We can&#39;t reach our records")
    const data = await app().request(`${origin}/page.data`)
    expect([data.status, data.headers.get("retry-after"), data.headers.get("content-type")]).toEqual([503, "5", "text/x-script"])
  })
  test("records away is never taken for being signed out", async () => {
    session = () => Promise.reject(away)
    const response = await app().request(`${origin}/mine.data`, { headers: { cookie: "__Host-sid=t" } })
    expect(response.status).toBe(503)
  })
  test("more than a megabyte is refused before it is read", async () => {
    const headers = { "sec-fetch-site": "same-origin", "content-length": "1048577", "content-type": "text/plain" }
    expect((await app().request(`${origin}/page`, { method: "POST", body: "x", headers })).status).toBe(413)
    expect(ran).toBe(0)
  })
})

describe("the one address that takes a file", () => {
  async function sent(path: string, megabytes: number): Promise<{ status: number; text: string; pulled: number }> {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(65_536))
      },
    }, { highWaterMark: 0 })
    const headers = { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=b", "content-length": String(megabytes * 1_048_576) }
    const response = await app().request(`${origin}${path}`, { method: "POST", body, headers, duplex: "half" } as RequestInit)
    return { status: response.status, text: await response.text(), pulled }
  }

  test("is handed 15 MB; one byte more is refused without reading any of it", async () => {
    // the small app has no such page: past the gate is 404 or 405
    expect((await sent("/settings/imports/new", 15)).status).not.toBe(413)
    const { status, text, pulled } = await sent("/settings/imports/new", 15 + 1 / 1_048_576)
    expect([status, pulled]).toEqual([413, 0])
    expect(text).toContain("larger than 15 MB")
  })
  test.each(["/page", "/settings/imports/new/", "/Settings/imports/new", "/settings/imports/new/x", "//settings/imports/new"])("%s takes 1 MB as everywhere", async (path) => {
    expect(await sent(path, 2)).toMatchObject({ status: 413, pulled: 0 })
  })
})

test("over a real connection: files of any size are measured, forwarded headers stripped, the body intact", async () => {
  const listener = getRequestListener(app({ origin: "http://127.0.0.1:1" }).fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void listener(request, response)).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`
  try {
    const headers = { "sec-fetch-site": "same-origin", "x-forwarded-host": "evil.example", "content-type": "application/x-www-form-urlencoded" }
    const sent = await fetch(`${url}/page`, { method: "POST", body: "a=1", headers })
    expect([sent.status, ran]).toEqual([200, 1])
    const large = await fetch(`${url}/page`, { method: "POST", body: "a".repeat(1_048_577), headers })
    expect([large.status, ran]).toEqual([413, 1])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
