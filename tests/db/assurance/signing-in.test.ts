// Signing in and out of the built app over its wrapper, with a set clock: which id is alive when, and how the cookie is marked.

import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { writableDatabase } from "~/core/database.server"
import { hashPassword } from "~/core/password.server"
import { sessionTimes } from "~/core/session.server"
import { aCompany, aPerson, type SignedInActor } from "../../support/builders"
import { serverBuild } from "../../support/built-app"
import { wrappedApp } from "../../support/wrapped-app"

const password = "four words for one door"
const build = await serverBuild()
const beginning = Date.now()
let now = beginning
const app = wrappedApp(build, { now: () => new Date(now) })
const local = wrappedApp(build, { origin: "http://127.0.0.1:3000", now: () => new Date(now) })
let ana: SignedInActor
let email = ""

beforeAll(async () => {
  await aCompany()
  ana = await aPerson({ name: "Ana", roles: ["viewer"] })
  email = `${ana.personId}@example.test`
  await writableDatabase().updateTable("account").set({ passwordHash: await hashPassword(password) }).where("personId", "=", ana.personId).execute()
})

beforeEach(() => {
  now = beginning
})

function signIn(at = app, brought: string | null = null): Promise<Response> {
  return at.ask("/sign-in", brought, { form: { email, password } })
}

function cookieIn(answer: Response): string {
  return answer.headers.getSetCookie().at(-1)?.split(";")[0] ?? ""
}

async function isIn(cookie: string): Promise<boolean> {
  const answer = await app.ask("/goals", cookie)
  await answer.arrayBuffer()
  expect([200, 302]).toContain(answer.status)
  if (answer.status === 302) expect(answer.headers.get("location")).toMatch(/^\/sign-in\?next=/)
  return answer.status === 200
}

describe("the cookie", () => {
  it("over https belongs to this host alone and to no script", async () => {
    const answer = await signIn()
    expect(answer.status).toBe(302)
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/)])
  })
  it("over http on this machine is the same without Secure", async () => {
    expect((await signIn(local)).headers.getSetCookie()).toEqual([expect.stringMatching(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/)])
  })
})

describe("the id", () => {
  it("is never the one that the browser brought, planted or somebody's", async () => {
    const planted = `__Host-sid=${"p".repeat(43)}`
    const cookie = cookieIn(await signIn(app, planted))
    expect(cookie).not.toBe(planted)
    expect([await isIn(planted), await isIn(cookie)]).toEqual([false, true])
  })
  it("does not come back after signing out, and the browser forgets the pages", async () => {
    const cookie = cookieIn(await signIn())
    const out = await app.ask("/sign-out", cookie, { form: {} })
    expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"')
    expect(cookieIn(out)).toBe("__Host-sid=")
    expect(await isIn(cookie)).toBe(false)
  })
  it("is not ended by a link from elsewhere", async () => {
    const cookie = cookieIn(await signIn())
    await app.ask("/sign-out", cookie)
    expect((await app.ask("/sign-out", cookie, { form: {}, headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403)
    expect(await isIn(cookie)).toBe(true)
  })
  it("dies with the account at the next request", async () => {
    const admin = await aPerson({ roles: ["admin"] })
    const [cookie, theirs] = [cookieIn(await signIn()), await app.cookieOf(admin.personId)]
    const { number } = await writableDatabase().selectFrom("element").select("number").where("id", "=", ana.personId).executeTakeFirstOrThrow()
    const form = { operationId: crypto.randomUUID() }
    expect((await app.ask(`/settings/people/P-${number}/disable`, theirs, { form })).status).toBe(302)
    expect(await isIn(cookie)).toBe(false)
    const refused = await signIn()
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("do not belong together")])
    expect((await app.ask(`/settings/people/P-${number}/enable`, theirs, { form: { operationId: crypto.randomUUID() } })).status).toBe(302)
    expect(await isIn(cookieIn(await signIn()))).toBe(true)
  })
})

describe("by the clock", () => {
  it("an id left alone for eight hours is dead to the second", async () => {
    const [early, late] = [await app.cookieOf(ana.personId), await app.cookieOf(ana.personId)]
    now = beginning + sessionTimes.idle - 1000
    expect(await isIn(early)).toBe(true)
    now = beginning + sessionTimes.idle + 1000
    expect(await isIn(late)).toBe(false)
  })
  it("after a quarter of an hour the answer brings a new id; the old one is good for a minute more", async () => {
    const cookie = await app.cookieOf(ana.personId)
    now = beginning + sessionTimes.rotateAfter
    const renewed = cookieIn(await app.ask("/goals", cookie))
    expect(renewed).toMatch(/^__Host-sid=[\w-]{43}$/)
    expect(renewed).not.toBe(cookie)
    now += sessionTimes.grace - 1000
    expect([await isIn(cookie), await isIn(renewed)]).toEqual([true, true])
    now += 2000
    expect([await isIn(cookie), await isIn(renewed)]).toEqual([false, true])
  })
  it("seven days after signing in it ends, however busy", async () => {
    let cookie = await app.cookieOf(ana.personId)
    for (let at = beginning; at < beginning + sessionTimes.absolute - 5000; at += sessionTimes.idle - 60_000) {
      now = at
      const answer = await app.ask("/goals", cookie)
      expect(answer.status).toBe(200)
      cookie = cookieIn(answer) || cookie
    }
    now = beginning + sessionTimes.absolute + 5000
    expect(await isIn(cookie)).toBe(false)
  })
})
