// Sessions on a real database with a set clock: how they begin, renew, expire and end.
import { beforeEach, describe, expect, test } from "vitest"
import { writableDatabase } from "~/core/database.server"
import {
  createSession, endOtherSessions, endSession, findSession, hashToken, newToken, renewSessionsOf, sessionCookie, sessionTimes, sessionToken, signedOutHeaders,
} from "~/core/session.server"
import { anAccount } from "./people"

const start = new Date("2026-11-22T08:00:00Z")
const second = 1000
const minute = 60 * second
function after(milliseconds: number): Date {
  return new Date(start.getTime() + milliseconds)
}

let ana: string
let token: string
beforeEach(async () => {
  ana = await anAccount({ name: "Ana Lind", roles: ["brm", "planner"] })
  ;({ token } = await createSession(ana, { now: start, userAgent: "Firefox" }))
})

/** Keeps a session in use for so long, a minute under the idle limit at a time, and returns the token then current. */
async function inUse(until: number): Promise<string> {
  let current = token
  for (let at = 0; at < until; at = Math.min(until, at + sessionTimes.idle - minute)) {
    current = (await findSession(current, after(at)))?.newToken ?? current
  }
  return current
}

describe("beginning", () => {
  test("the person is found by the token, with roles and name", async () => {
    const found = await findSession(token, after(minute))
    expect(found?.actor).toMatchObject({ kind: "person", personId: ana, name: "Ana Lind" })
    expect([...(found?.actor.roles ?? [])].sort()).toEqual(["brm", "planner"])
    expect(found?.newToken).toBeNull()
  })
  test("only the hash is stored", async () => {
    const rows = await writableDatabase().selectFrom("session").selectAll().where("personId", "=", ana).execute()
    expect(rows.map((row) => row.idHash)).toEqual([hashToken(token)])
    expect(JSON.stringify(rows)).not.toContain(token)
  })
  test("each sign-in makes a new id, never one the browser brought", async () => {
    const again = await createSession(ana, { now: start })
    expect(again.token).not.toBe(token)
  })
  test.each(["", "x", "' or 1=1 --", "a".repeat(43), "é".repeat(43)])("%j finds nobody", async (odd) => {
    expect(await findSession(odd, start)).toBeNull()
  })
  test("somebody without a role is found with none", async () => {
    const { token: theirs } = await createSession(await anAccount({ roles: [] }), { now: start })
    expect((await findSession(theirs, start))?.actor.roles).toEqual([])
  })
})

describe("expiry, to the second", () => {
  test("idle for 8 hours", async () => {
    expect(await findSession(token, after(sessionTimes.idle - second))).not.toBeNull()
    const { token: other } = await createSession(ana, { now: start })
    expect(await findSession(other, after(sessionTimes.idle))).toBeNull()
  })
  test("7 days although in use all the time", async () => {
    const current = await inUse(sessionTimes.absolute - minute)
    expect(await findSession(current, after(sessionTimes.absolute - second))).not.toBeNull()
    expect(await findSession(current, after(sessionTimes.absolute))).toBeNull()
  })
  test("a disabled account is out at its next request", async () => {
    await writableDatabase().updateTable("account").set({ disabledAt: start }).where("personId", "=", ana).execute()
    expect(await findSession(token, after(second))).toBeNull()
  })
})

describe("renewal", () => {
  const renewAt = sessionTimes.rotateAfter
  test("after 15 minutes there is a new id; the old one works for 60 s more and then never again", async () => {
    expect((await findSession(token, after(renewAt - second)))?.newToken).toBeNull()
    const renewed = (await findSession(token, after(renewAt)))?.newToken ?? ""
    expect(renewed).toHaveLength(43)
    expect((await findSession(renewed, after(renewAt + second)))?.actor.personId).toBe(ana)
    const late = await findSession(token, after(renewAt + minute - second))
    expect([late?.actor.personId, late?.newToken]).toEqual([ana, null])
    expect(await findSession(token, after(renewAt + minute))).toBeNull()
  })
  test("twenty requests at once renew it once and all get in", async () => {
    const found = await Promise.all(Array.from({ length: 20 }, () => findSession(token, after(renewAt))))
    expect(found.filter((one) => one?.newToken)).toHaveLength(1)
    expect(found.every((one) => one?.actor.personId === ana)).toBe(true)
    expect(new Set(found.map((one) => one?.sessionHash)).size).toBe(1)
  })
  test("a message for the next page moves along", async () => {
    const db = writableDatabase()
    await db.insertInto("flash").values({ sessionHash: hashToken(token), message: "Saved", operationId: null, createdAt: start }).execute()
    const renewed = (await findSession(token, after(renewAt)))?.newToken ?? ""
    const moved = await db.selectFrom("flash").select("message").where("sessionHash", "=", hashToken(renewed)).execute()
    expect(moved).toEqual([{ message: "Saved" }])
  })
  test("a change of roles renews at the next request, and the roles count at once", async () => {
    await writableDatabase().insertInto("accountRole").values({ personId: ana, role: "admin" }).execute()
    await renewSessionsOf(ana)
    const found = await findSession(token, after(second))
    expect(found?.newToken).toHaveLength(43)
    expect(found?.actor.roles).toContain("admin")
  })
  test("the visit is written at most once in 5 minutes", async () => {
    const seen = async () => (await writableDatabase().selectFrom("session").select("lastSeenAt").where("idHash", "=", hashToken(token)).executeTakeFirstOrThrow()).lastSeenAt
    await findSession(token, after(5 * minute - second))
    expect(await seen()).toEqual(start)
    await findSession(token, after(5 * minute))
    expect(await seen()).toEqual(after(5 * minute))
  })
})

describe("ending", () => {
  test("after signing out the id is dead, and the one before it too", async () => {
    const renewed = await findSession(token, after(sessionTimes.rotateAfter))
    await endSession(renewed?.sessionHash ?? "")
    expect(await findSession(renewed?.newToken ?? "", after(sessionTimes.rotateAfter + second))).toBeNull()
    expect(await findSession(token, after(sessionTimes.rotateAfter + second))).toBeNull()
  })
  test("signing out elsewhere leaves this one and other people's", async () => {
    const here = await createSession(ana, { now: start })
    const bob = await createSession(await anAccount(), { now: start })
    expect(await endOtherSessions(ana, here.sessionHash)).toBe(1)
    expect(await findSession(token, start)).toBeNull()
    expect(await findSession(here.token, start)).not.toBeNull()
    expect(await findSession(bob.token, start)).not.toBeNull()
  })
  test("expired sessions are swept when somebody signs in", async () => {
    await createSession(ana, { now: after(sessionTimes.absolute) })
    const left = await writableDatabase().selectFrom("session").select("idHash").where("idHash", "=", hashToken(token)).execute()
    expect(left).toEqual([])
  })
})

test("10,000 tokens: none twice, and as many ones as noughts", () => {
  const tokens = Array.from({ length: 10_000 }, newToken)
  expect(new Set(tokens).size).toBe(10_000)
  let ones = 0
  for (const one of tokens) for (const byte of Buffer.from(one, "base64url")) ones += byte.toString(2).replaceAll("0", "").length
  // 2,560,000 fair bits lie within 6 standard deviations (800) of half
  expect(Math.abs(ones - 1_280_000)).toBeLessThan(4_800)
})

test("the cookie", () => {
  expect(sessionCookie("T", true)).toBe("__Host-sid=T; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure")
  expect(sessionCookie("T", false)).toBe("sid=T; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800")
  expect(sessionToken("a=1; __Host-sid=T; sid=U", true)).toBe("T")
  expect(sessionToken("a=1; __Host-sid=T; sid=U", false)).toBe("U")
  expect(sessionToken("x__Host-sid=T", true)).toBeNull()
  expect(Object.fromEntries(signedOutHeaders(true))).toEqual({
    "clear-site-data": '"cache", "storage"',
    "set-cookie": "__Host-sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure",
  })
})
