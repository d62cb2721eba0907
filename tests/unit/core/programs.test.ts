// Programs with a token: known at /api/ alone, told in JSON what is wrong, and never named by their secret.

import { Hono } from "hono"
import { beforeEach, expect, test } from "vitest"
import type { Admission } from "~/core/api-token.server"
import { requireActor } from "~/core/http.server"
import { createLog } from "~/core/log.server"
import type { Permission } from "~/core/policy"
import { wrap, type WrappedEnv } from "~/core/wrapper.server"

const origin = "https://app.example"
const program = { actor: { kind: "person" as const, personId: "0193-token", name: "API token Sheets", roles: ["viewer" as const] } }
const ana = { actor: { ...program.actor, name: "Ana" }, sessionHash: "hash", newToken: null }
const lines: string[] = []
let admission: () => Promise<Admission>
beforeEach(() => {
  lines.length = 0
  admission = () => Promise.resolve(program)
})

async function ask(path: string, headers: Record<string, string>, permission?: Permission): Promise<Response> {
  const app = new Hono<WrappedEnv>()
  wrap(app, { origin, trustedProxies: [] }, { find: () => Promise.resolve(ana), admit: () => admission(), now: () => new Date(), peer: () => "198.51.100.4", log: createLog((line) => lines.push(line)) })
  app.get("*", (c) => {
    try {
      return Response.json(requireActor({ request: c.req.raw, context: c.get("app"), params: {} }, permission).name)
    } catch (thrown) {
      if (thrown instanceof Response) return thrown
      throw thrown
    }
  })
  return app.request(`${origin}${path}`, { headers })
}

const bearer = { authorization: "Bearer tl_secret" }

test("a token says who asks, at /api/ alone", async () => {
  expect(await (await ask("/api/v1/goals", bearer)).json()).toBe("API token Sheets")
  const elsewhere = await ask("/goals", bearer)
  expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([302, "/sign-in?next=%2Fgoals"])
})

test("a cookie that travels along gives no more; alone it reads as the person", async () => {
  expect(await (await ask("/api/v1/goals", { ...bearer, cookie: "__Host-sid=x" })).json()).toBe("API token Sheets")
  expect(await (await ask("/api/v1/goals", { cookie: "__Host-sid=x" })).json()).toBe("Ana")
})

test("without a token the answer says in JSON how to show one", async () => {
  const answer = await ask("/api/v1/goals", {})
  expect([answer.status, answer.headers.get("www-authenticate"), answer.headers.get("cache-control")]).toEqual([401, "Bearer", "no-store"])
  expect(await answer.json()).toEqual({ message: expect.stringContaining("Authorization: Bearer") as string, reference: answer.headers.get("x-request-id") })
})

test("what a token may not is refused in JSON", async () => {
  const answer = await ask("/api/v1/goals", bearer, "edit chain")
  expect([answer.status, await answer.json()]).toEqual([403, { message: "This token may read, and nothing else.", reference: answer.headers.get("x-request-id") }])
})

test("a token that is refused goes no further, and the log has no secret", async () => {
  admission = () => Promise.resolve({ status: 429, sentence: "Too often.", headers: { "Retry-After": "7" } })
  const answer = await ask("/api/v1/goals", bearer)
  expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([429, "7", { message: "Too often.", reference: answer.headers.get("x-request-id") }])
  expect(lines.join()).toContain('"event":"token refused"')
  expect(lines.join()).not.toContain("tl_secret")
})

test("with the records away the answer is 503 and says when to ask again", async () => {
  admission = () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }))
  const answer = await ask("/api/v1/goals", bearer)
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("content-type")]).toEqual([503, "5", "application/json"])
})
