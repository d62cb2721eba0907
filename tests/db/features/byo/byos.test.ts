// Side-door tools: reporting, the report without a name that leads to nobody, answering, and the initiative made of a need.

import { sql, type Kysely } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { closeDatabase, database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { createApplication } from "~/features/applications/applications.commands.server"
import { answerByo, archiveByos, makeInitiativeOf, reportByo, restoreByos, updateByo } from "~/features/byo/byos.commands.server"
import { findByo, needsBehind, reportedBefore } from "~/features/byo/byos.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { readHistory } from "~/core/record-history.server"
import { setRelationship } from "~/features/relationships/relationships.commands.server"
import { aCompany, aGoal, aPerson, aUnit, thePreparer } from "../../../support/builders"
import { serverBuild } from "../../../support/built-app"
import { counted } from "../../../support/conversation-builders"
import { wrappedApp } from "../../../support/wrapped-app"

const plain = { name: "Trello", need: "We lose track of who does what.", whyNot: "too slow" } as const
const dueIn30 = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

beforeAll(() => aCompany({ timeZone: "UTC" }))
afterAll(() => closeDatabase())

describe("a report", () => {
  it("is made by a viewer, is due in 30 days, and goes to who looks after the unit", async () => {
    const [viewer, partner, unit] = [await aPerson({ roles: ["viewer"] }), await aPerson({ roles: ["brm"] }), await aUnit()]
    await setRelationship(thePreparer, { unitId: unit.id, version: 0, itPersonId: partner.personId })
    const { code } = await reportByo(viewer, { ...plain, unitId: unit.id, users: 12, missing: ["backup", "contract"], sensitivity: 3 })
    expect(code).toMatch(/^B-\d+$/)
    expect(await findByo(database(), code)).toMatchObject({
      name: "Trello", need: plain.need, reportedBy: viewer.personId, isAnonymous: false, ownerId: partner.personId, disposition: "under review", answerDueOn: dueIn30, missing: ["backup", "contract"],
    })
  })

  it("arrives once however often its form is sent, with a name and without", async () => {
    const person = await aPerson({ roles: ["viewer"] })
    for (const nameless of [true, false]) {
      const form = { operationId: newId(), nameless, ...plain, name: `Twice ${String(nameless)}` }
      const [first, second] = [await reportByo(person, form), await reportByo(person, form)]
      expect(second).toEqual(first)
    }
  })

  it("is told that the same tool was reported before, two typos forgiven", async () => {
    const person = await aPerson({ roles: ["viewer"] })
    const [first, second, other] = [await reportByo(person, { ...plain, name: "WhatsApp groups" }), await reportByo(person, { ...plain, name: "Whatsap group" }), await reportByo(person, { ...plain, name: "A spreadsheet" })]
    expect((await reportedBefore(database(), { id: second.id, name: "" })).map(({ code }) => code)).toEqual([first.code])
    expect(await reportedBefore(database(), { id: other.id, name: "" })).toEqual([])
  })
})

describe("a report without a name", () => {
  it("holds nothing of who wrote it: no row and no line of the log that it writes has the person, the session or the address, and the day is all its time", async () => {
    const person = await aPerson({ roles: ["contributor"], name: "Veiled Reporter" })
    const app = wrappedApp(await serverBuild())
    const cookie = await app.cookieOf(person.personId)
    const session = await database().selectFrom("session").select("idHash").where("personId", "=", person.personId).executeTakeFirstOrThrow()
    const [before, operationId] = [await everyRow(), newId()]
    expect((await app.ask("/byo/new", cookie)).status).toBe(200)
    const answer = await app.ask("/byo/new", cookie, { form: { operationId, ...plain, name: "Veiled tool", nameless: "on" } })
    const code = /told=(B-\d+)$/.exec(answer.headers.get("location") ?? "")?.[1] ?? ""
    expect((await app.ask(`/byo/new?told=${code}`, cookie)).status).toBe(200)
    expect(app.lines).toEqual([])
    const added = newRows(before, await everyRow())
    const text = JSON.stringify(added)
    expect([...new Set(added.map(({ table }) => table))].sort()).toEqual(["byo", "change", "change_text", "data_version", "element", "operation", "search_word"])
    const traces = [person.personId, person.name, cookie.split("=")[1] ?? "", session.idHash, "198.51.100", answer.headers.get("x-request-id") ?? "", operationId, operationId.slice(0, 8)]
    for (const trace of traces) expect([trace.length > 7, text.includes(trace)]).toEqual([true, false])
    // no moment but the beginning of the day; ids made of a time are made of that one
    const day = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000)
    const moments = [...text.matchAll(/\d{4}-\d\d-\d\d[T ](\d\d:\d\d:\d\d)/g)].map(([, time]) => time)
    expect(moments.length).toBeGreaterThan(2)
    expect(new Set(moments)).toEqual(new Set(["00:00:00"]))
    const report = await findByo(database(), code)
    expect(report).toMatchObject({ isAnonymous: true, reportedBy: null })
    expect(Number.parseInt(report.id.replaceAll("-", "").slice(0, 12), 16)).toBe(day.getTime())
    const [entry] = await readHistory(database(), { aboutId: report.id, limit: 5 }, { standing: true })
    expect(entry).toMatchObject({ actorId: null, actorKind: "nameless", at: day })
    expect(await (await app.ask(`/byo/${code}`, cookie)).text()).toContain("Somebody who gave no name")
  })

  it("may not name a unit of fewer than five people, or of nobody knows how many; sub-units count", async () => {
    const person = await aPerson({ roles: ["viewer"] })
    const [small, above, unknown] = [await aUnit({ name: "Board office" }), await aUnit(), await aUnit()]
    const below = await aUnit({ parentId: above.id })
    await counted(small.id, "manager", 4)
    await counted(above.id, "manager", 1)
    await counted(below.id, "frontline", 4)
    const report = (unitId: string, nameless: boolean) => reportByo(person, { ...plain, unitId, nameless })
    await expect(report(small.id, true)).rejects.toThrow("fewer than five people work in Board office")
    await expect(report(unknown.id, true)).rejects.toMatchObject({ field: "unitId" })
    await expect(report(small.id, false)).resolves.toMatchObject({ code: expect.stringMatching(/^B-/) as string })
    await expect(report(above.id, true)).resolves.toMatchObject({ code: expect.stringMatching(/^B-/) as string })
  })

  it("cannot be given a name by the database either", async () => {
    const person = await aPerson()
    const { id } = await reportByo(person, { ...plain, nameless: true })
    await expect(writableDatabase().updateTable("byo").set({ reportedBy: person.personId }).where("id", "=", id).execute()).rejects.toThrow(/check/)
  })
})

describe("an answer", () => {
  it("is given by a relationship manager and by who is named, and by no viewer or other contributor", async () => {
    const [brm, named, other, viewer] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["contributor"] }), await aPerson({ roles: ["contributor"] }), await aPerson({ roles: ["viewer"] })]
    const { id } = await reportByo(viewer, plain)
    const answer = { id, disposition: "adopt", reason: "It works.", tolerateUntil: null, replacedById: null, won: null } as const
    for (const person of [viewer, other, named]) await expect(answerByo(person, { ...answer, version: 1 })).rejects.toThrow("Only its owner")
    await updateByo(brm, { id, version: 1, ownerId: named.personId })
    await answerByo(named, { ...answer, version: 2 })
    await answerByo(brm, { ...answer, version: 3, won: "won back" })
    expect(await database().selectFrom("byo").select(["disposition", "won", "answeredOn"]).where("id", "=", id).executeTakeFirstOrThrow()).toEqual({ disposition: "adopt", won: "won back", answeredOn: new Date().toISOString().slice(0, 10) })
  })

  it("replaces a tool by an application that is in use, and is taken back whole", async () => {
    const brm = await aPerson({ roles: ["brm"] })
    const { id } = await reportByo(brm, plain)
    const application = await createApplication(thePreparer, { name: "Planner board" })
    const answer = { id, version: 1, disposition: "replace", reason: "We have one.", tolerateUntil: null, won: null } as const
    await expect(answerByo(brm, { ...answer, replacedById: newId() })).rejects.toThrow("Choose an application that is in use.")
    const { operationId } = await answerByo(brm, { ...answer, replacedById: application.id })
    const entries = await readHistory(database(), { operationId }, { standing: true })
    await restoreByos(brm, { entries })
    expect(await database().selectFrom("byo").select(["disposition", "reason", "replacedById", "answeredOn"]).where("id", "=", id).executeTakeFirstOrThrow()).toEqual({ disposition: "under review", reason: "", replacedById: null, answeredOn: null })
  })

  it("of two people at once loses nothing: what both set differently is refused with both versions", async () => {
    const [one, other] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["brm"] })]
    const { id } = await reportByo(one, plain)
    const answer = { id, version: 1, tolerateUntil: null, replacedById: null, won: null } as const
    await answerByo(one, { ...answer, disposition: "adopt", reason: "It works." })
    await expect(answerByo(other, { ...answer, disposition: "retire", reason: "Nobody uses it." })).rejects.toThrow("changed the same thing")
  })
})

it("a relationship manager makes an initiative of a need once: it helps the goal, affects the unit, and each names the other", async () => {
  const [brm, contributor, goal, unit] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["contributor"] }), await aGoal(), await aUnit()]
  const { id, code } = await reportByo(contributor, { ...plain, unitId: unit.id, goalId: goal.id })
  await expect(makeInitiativeOf(contributor, { id, name: "One board" })).rejects.toThrow("Only a relationship manager")
  const made = await makeInitiativeOf(brm, { id, name: "One board for all tasks" })
  expect((await linksOf(database(), made.id)).map(({ relation, other }) => [relation, other.id]).sort()).toEqual([["affects", unit.id], ["contributes to", goal.id]])
  expect((await needsBehind(database(), made.id)).map((one) => [one.code, one.need])).toEqual([[code, plain.need]])
  expect((await findByo(database(), code)).ledToId).toBe(made.id)
  await expect(makeInitiativeOf(brm, { id, name: "Again" })).rejects.toThrow("already")
})

it("is archived and brought back by who keeps the conversations", async () => {
  const [brm, contributor] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["contributor"] })]
  const { id } = await reportByo(contributor, plain)
  await expect(archiveByos(contributor, { ids: [id], archived: true })).rejects.toThrow("Only a relationship manager")
  await archiveByos(brm, { ids: [id], archived: true })
  await expect(updateByo(brm, { id, version: 2, job: "Tasks" })).rejects.toThrow("archived")
  await archiveByos(brm, { ids: [id], archived: false })
})

interface Row {
  table: string
  row: unknown
}

/** Every row of every table, as the database would show it. */
async function everyRow(): Promise<Row[]> {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(database())
  const all: Row[] = []
  for (const { name } of tables) {
    const rows = await (database() as unknown as Kysely<Record<string, { row: unknown }>>).selectFrom(`${name} as t`).select(sql<unknown>`to_jsonb(t)`.as("row")).execute()
    all.push(...rows.map(({ row }) => ({ table: name, row })))
  }
  return all
}

function newRows(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Set(before.map((one) => JSON.stringify(one)))
  return after.filter((one) => !known.has(JSON.stringify(one)))
}
