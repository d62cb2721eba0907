// The limits of signing in, counted in the database by one process or several.
import { afterAll, expect, test } from "vitest"
import { openDatabase } from "#db/client"
import { writableDatabase } from "~/core/database.server"
import { countImport, countLinkUse, countSignIn, forgiveSignIn, importWaitSentence, waitSentence } from "~/core/rate-limit.server"

const now = new Date("2026-11-22T08:00:00Z")
const other = openDatabase(process.env.DATABASE_URL ?? "", { max: 2 })
afterAll(() => other.destroy())

test("of 200 attempts at once on one account exactly 10 reach the password check, counted by two processes", async () => {
  const attempts = Array.from({ length: 200 }, (_, index) => {
    // from many networks, so that the account's limit is the one that holds
    const address = `198.51.${index % 8}.7`
    const email = index % 3 === 0 ? "Ana@Firm.example " : "ana@firm.example"
    return countSignIn({ email, address, now }, index % 2 ? other : writableDatabase())
  })
  // an attempt that a busy database could not count throws, and so reaches nothing
  const verdicts = await Promise.allSettled(attempts)
  expect(verdicts.filter((verdict) => verdict.status === "fulfilled" && verdict.value.allowed)).toHaveLength(10)
})
test("50 attempts from one network, whatever accounts they name", async () => {
  const verdicts = []
  for (let index = 0; index < 60; index++) {
    verdicts.push(await countSignIn({ email: `p${index}@firm.example`, address: `203.0.113.${index}`, now }))
  }
  expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(50)
  expect(verdicts.at(-1)).toMatchObject({ allowed: false, limit: "signInNetwork" })
})
test("a person outside that network is not held up", async () => {
  expect(await countSignIn({ email: "bob@firm.example", address: "2001:db8::1", now })).toEqual({ allowed: true })
})
test("after the window it goes on; the sentence says when", async () => {
  const email = "eve@firm.example"
  const attempt = (address: string, at: Date) => countSignIn({ email, address, now: at })
  for (let index = 0; index < 10; index++) await attempt(`192.0.${index}.1`, new Date("2026-11-22T09:00:00Z"))
  const refused = await attempt("192.0.99.1", new Date("2026-11-22T09:05:00Z"))
  expect(refused).toEqual({ allowed: false, limit: "signInAccount", retryAfterSeconds: 600 })
  expect(waitSentence({ retryAfterSeconds: 600 })).toBe("Too many attempts. Try again in 10 minutes.")
  expect((await attempt("192.0.99.1", new Date("2026-11-22T09:14:59Z"))).allowed).toBe(false)
  expect((await attempt("192.0.99.1", new Date("2026-11-22T09:15:00Z"))).allowed).toBe(true)
})
test("the right password is forgiven: thirty honest sign-ins lock nobody out", async () => {
  const attempt = { email: "often@firm.example", address: "192.0.2.200", now }
  for (let index = 0; index < 30; index++) {
    expect(await countSignIn(attempt)).toEqual({ allowed: true })
    await forgiveSignIn(attempt)
  }
})
test("a person brings in 10 files an hour, whoever else does; the sentence says when it goes on", async () => {
  const [ana, ben] = ["0193b5c0-0000-7000-8000-000000000001", "0193b5c0-0000-7000-8000-000000000002"]
  for (let index = 0; index < 10; index++) expect(await countImport(ana, new Date("2026-11-22T09:00:00Z"))).toEqual({ allowed: true })
  const refused = await countImport(ana, new Date("2026-11-22T09:20:00Z"))
  expect(refused).toEqual({ allowed: false, limit: "importPerson", retryAfterSeconds: 2400 })
  expect(importWaitSentence({ retryAfterSeconds: 2400 })).toMatch(/^That is more than 10 files within an hour.*Try again in 40 minutes/)
  expect((await countImport(ben, new Date("2026-11-22T09:20:00Z"))).allowed).toBe(true)
  expect((await countImport(ana, new Date("2026-11-22T10:00:00Z"))).allowed).toBe(true)
})
test("nobody's address is in the table, and old windows go", async () => {
  const tomorrow = { email: "ana@firm.example", address: "192.0.2.1", now: new Date("2026-11-23T08:00:00Z") }
  await countLinkUse(tomorrow.address, tomorrow.now)
  await countSignIn(tomorrow)
  await forgiveSignIn(tomorrow)
  const rows = await writableDatabase().selectFrom("rateLimit").selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain("firm.example")
  expect(rows).toHaveLength(3)
})
test("without the database nobody is let through uncounted", async () => {
  const closed = openDatabase("postgres://nobody@127.0.0.1:1/nothing")
  await expect(countSignIn({ email: "a@firm.example", address: "192.0.2.1", now }, closed)).rejects.toThrow()
  await closed.destroy()
})
