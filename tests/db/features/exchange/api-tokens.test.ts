// The life of a token: made, used, counted, ended, expired, and its secret kept nowhere.

import { beforeAll, expect, test } from "vitest"
import { admitProgram, newApiToken } from "~/core/api-token.server"
import { writableDatabase } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { countApiCall } from "~/core/rate-limit.server"
import { openDatabase } from "#db/client"
import { endApiToken, makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { listApiTokens } from "~/features/exchange/api-tokens.queries.server"
import { aCompany, aPerson, type SignedInActor } from "../../../support/builders"

const day = 86_400_000
let admin: SignedInActor
beforeAll(async () => {
  await aCompany()
  admin = await aPerson({ name: "Ina Admin", roles: ["admin"] })
})

async function aToken(days = 30) {
  const { secret, tokenHash } = newApiToken()
  const { id } = await makeApiToken(admin, { name: "Sheets", days, tokenHash })
  return { id, secret, tokenHash, bearer: `Bearer ${secret}` }
}
const after = (days: number) => new Date(Date.now() + days * day)
const statusOf = async (authorization: string, now: Date) => {
  const admission = await admitProgram(authorization, now)
  return "actor" in admission ? 200 : admission.status
}

test("a token lets a program read and nothing else, until it expires", async () => {
  const { id, bearer } = await aToken(90)
  expect(await admitProgram(bearer, after(0))).toEqual({ actor: { kind: "person", personId: id, name: "API token Sheets", roles: ["viewer"] } })
  expect(await statusOf(bearer, after(89.9))).toBe(200)
  expect(await admitProgram(bearer, after(90.1))).toMatchObject({ status: 401, sentence: expect.stringContaining("expired") as string, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } })
})

test("an ended token is refused at once, and ending it again changes nothing", async () => {
  const { id, bearer } = await aToken()
  await endApiToken(admin, { id })
  expect(await admitProgram(bearer, after(0))).toMatchObject({ status: 401, sentence: expect.stringContaining("ended") as string })
  const [first] = (await listApiTokens(writableDatabase())).filter((token) => token.id === id)
  await endApiToken(admin, { id })
  expect((await listApiTokens(writableDatabase())).filter((token) => token.id === id)).toEqual([first])
})

test.each(["", "Bearer", "Bearer tl_", "Basic dXNlcjpw", "Bearer tl_' or true --", `Bearer tl_${"A".repeat(43)}`, `Bearer ${"A".repeat(43)}`])("%j is no token", async (authorization) => {
  expect(await statusOf(authorization, after(0))).toBe(401)
})

test("its secret is stored nowhere: not with the token, not in the history, not with the operation", async () => {
  const { id, secret, tokenHash } = await aToken()
  await admitProgram(`Bearer ${secret}`, after(0))
  await endApiToken(admin, { id })
  const db = writableDatabase()
  const stored = JSON.stringify(await Promise.all([
    db.selectFrom("apiToken").selectAll().execute(), db.selectFrom("change").selectAll().execute(), db.selectFrom("changeText").selectAll().execute(),
    db.selectFrom("operation").selectAll().execute(), db.selectFrom("rateLimit").selectAll().execute(),
  ]))
  expect(stored).not.toContain(secret.slice(3))
  expect(stored.split(tokenHash)).toHaveLength(2)
  const history = await db.selectFrom("change").select(["action", "recordKind", "actorId"]).where("recordId", "=", id).orderBy("id").execute()
  expect(history).toEqual([{ action: "created", recordKind: "API token", actorId: admin.personId }, { action: "removed", recordKind: "API token", actorId: admin.personId }])
})

test("its use is noted, at most once in five minutes", async () => {
  const { id, bearer } = await aToken()
  const start = after(1).getTime()
  const lastUse = async () => (await listApiTokens(writableDatabase())).find((token) => token.id === id)?.lastUsedAt
  expect(await lastUse()).toBeNull()
  await admitProgram(bearer, new Date(start))
  await admitProgram(bearer, new Date(start + 299_000))
  expect(await lastUse()).toBe(new Date(start).toISOString())
  await admitProgram(bearer, new Date(start + 300_000))
  expect(await lastUse()).toBe(new Date(start + 300_000).toISOString())
})

test("a program asks 600 times a minute, whatever others do; then it is told when to go on", async () => {
  const [mine, other] = [await aToken(), await aToken()]
  const now = new Date(Math.ceil(after(2).getTime() / 60_000) * 60_000)
  await admitProgram(mine.bearer, now)
  await writableDatabase().updateTable("rateLimit").set({ count: 599 }).where("bucket", "=", `apiToken:${mine.id}`).execute()
  expect(await statusOf(mine.bearer, now)).toBe(200)
  expect(await admitProgram(mine.bearer, new Date(now.getTime() + 20_000))).toMatchObject({ status: 429, headers: { "Retry-After": "40" } })
  expect(await statusOf(other.bearer, now)).toBe(200)
  expect(await statusOf(mine.bearer, new Date(now.getTime() + 60_000))).toBe(200)
})

test("where the count cannot be written the process counts for itself", async () => {
  const closed = openDatabase("postgres://nobody@127.0.0.1:1/nothing")
  const now = after(3)
  for (let index = 0; index < 600; index++) expect((await countApiCall("0193-a", now, closed)).allowed).toBe(true)
  expect((await countApiCall("0193-a", now, closed)).allowed).toBe(false)
  expect((await countApiCall("0193-b", now, closed)).allowed).toBe(true)
  expect((await countApiCall("0193-a", new Date(now.getTime() + 60_000), closed)).allowed).toBe(true)
  await closed.destroy()
})

test("only administrators make and end tokens, for a length of time that is offered", async () => {
  const planner = await aPerson({ roles: ["planner"] })
  const { id } = await aToken()
  await expect(makeApiToken(planner, { name: "Mine", days: 30, tokenHash: newApiToken().tokenHash })).rejects.toThrow(ForbiddenError)
  await expect(endApiToken(planner, { id })).rejects.toThrow(ForbiddenError)
  await expect(makeApiToken(admin, { name: "For ever", days: 9999, tokenHash: newApiToken().tokenHash })).rejects.toThrow(RuleError)
})

test("the same form sent twice makes one token", async () => {
  const operationId = "0193a000-0000-7000-8000-0000000000aa"
  await makeApiToken(admin, { name: "Twice", days: 30, tokenHash: newApiToken().tokenHash, operationId })
  await expect(makeApiToken(admin, { name: "Twice", days: 30, tokenHash: newApiToken().tokenHash, operationId })).rejects.toThrow(/already sent/)
  expect((await listApiTokens(writableDatabase())).filter(({ name }) => name === "Twice")).toHaveLength(1)
})
