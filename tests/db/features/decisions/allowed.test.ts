// Whether a tool is allowed, for whoever asks; asking for it, with its duplicate, its clock and its answer; and taking either back.
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { answerSentence } from "~/features/decisions/allowed"
import { answersTo } from "~/features/decisions/allowed.queries.server"
import { countChanges, changesBetween } from "~/features/decisions/standard-changes"
import { standardList } from "~/features/decisions/standard-list"
import { familiesApart, listStandards, standardCounts, standardsForFile, standardsOn, standardsOver } from "~/features/decisions/standard-list.queries.server"
import { agreeToRequest, askForTool, refuseRequest, restoreRequests, withdrawRequest } from "~/features/decisions/tool-requests.commands.server"
import { findRequest, publishedTimes, requestsFor, sameRequests } from "~/features/decisions/tool-requests.queries.server"
import { createLink } from "~/features/elements/links.commands.server"
import { listAsk } from "~/features/elements/list"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { startImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { readHistory } from "~/core/record-history.server"
import { updatePerson } from "~/features/people/people.commands.server"
import { createUnit } from "~/features/units/units.commands.server"
import { aCompany, aPerson, thePreparer, type SignedInActor } from "../../../support/builders"

const today = new Date().toISOString().slice(0, 10)
let asker: SignedInActor
const ask = async (typed: string, who = asker) => (await answersTo(database(), typed, { personId: who.personId, today })).map(({ product, answers }) => [product.name, ...answers.map(({ answer }) => answerSentence(answer))])

async function list(day: string, lines: readonly string[]): Promise<void> {
  const bytes = new TextEncoder().encode(["Standard Name,Description,Category,Status,Approval Expiration Date", ...lines].join("\n"))
  const { id, done } = await startImport(thePreparer, { name: `ours-${day}.csv`, bytes, choices: { as: "standard" } })
  await done
  await applyImport(thePreparer, { importId: id })
}

beforeAll(async () => {
  await aCompany({ timeZone: "UTC" })
  asker = await aPerson({ roles: ["viewer"] })
  await list("2020-01-01", ["FoldPDF,Reads PDFs,PDF Software,Approved,2021-01", "Adobe Acrobat,,PDF Software,Sunsetting,-", "Drawing 2015,,Drawing,Denied,-", "Drawing 2016,,Drawing,Approved,2021-06", "Sketchpad,,Sketching,Pilot,-"])
  await list("2024-01-01", ["FoldPDF,Reads PDFs,PDF Software,Approved,2999-12", "Adobe Acrobat,,PDF Software,Sunsetting,-", "Drawing 2015,,Drawing,Denied,-", "Ruler,,\"Drawing,Sketching\",Approved,-"])
})

test("an answer names what to use instead, and forgives two slips", async () => {
  expect(await ask("Adobe Acrobat")).toEqual([["Adobe Acrobat", "No. Use FoldPDF instead."]])
  expect(await ask("Abobe Acrobta")).toEqual([["Adobe Acrobat", "No. Use FoldPDF instead."]])
  expect(await ask("FoldPDF")).toEqual([["FoldPDF", "Yes, until 31 Dec 2999."]])
  expect(await ask("Sketchpad")).toEqual([["Sketchpad", "Yes, if you take part in the pilot."]])
  expect(await ask("Drawing 2016")).toEqual([["Drawing 2016", "Not known yet: what was allowed ended on 30 Jun 2021."]])
  expect(await ask("Drawing 2015")).toEqual([["Drawing 2015", "No. Use Ruler instead."]])
  expect(await ask("Zzzzzz")).toEqual([])
})

test("several jobs have one answer each, and a job nobody decided about is not known yet", async () => {
  expect(await ask("Ruler")).toEqual([["Ruler", "Yes.", "Yes."]])
  const [job, tool] = [await createFunction(thePreparer, { name: "Weighing" }), await createApplication(thePreparer, { name: "Kitchen scales" })]
  expect(await ask("Kitchen scales")).toEqual([["Kitchen scales", "Not known yet."]])
  await createLink(thePreparer, { fromId: tool.id, relation: "performs", toId: job.id })
  const [found] = await answersTo(database(), "Kitchen scales", { personId: asker.personId, today })
  expect(found?.answers).toMatchObject([{ job: { name: "Weighing" }, answer: { word: "not known" }, decided: null }])
})

test("the answer says who decided it and when, and that it was brought in", async () => {
  const [found] = await answersTo(database(), "FoldPDF", { personId: asker.personId, today })
  expect(found?.answers[0]?.decided).toMatchObject({ on: "2024-01-01", importedFrom: "ours-2024-01-01.csv", decision: { name: "Imported from ours-2024-01-01.csv" } })
})

test("an exception for a unit holds for people in it and below it, and for nobody else", async () => {
  const above = await createUnit(thePreparer, { name: "Legal" })
  const below = await createUnit(thePreparer, { name: "Contracts", parentId: above.id })
  const inside = await aPerson()
  await updatePerson(thePreparer, { id: inside.personId, version: 1, unitId: below.id })
  const { id: applicationId } = await database().selectFrom("element").select("id").where("name", "=", "Adobe Acrobat").executeTakeFirstOrThrow()
  await writableDatabase().transaction().execute(async (tx) => {
    const id = newId()
    await sql`insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at) values (${id}::uuid, 'exception', 900, 'Acrobat for Legal', '', 'acrobat for legal', '', 1, now(), now())`.execute(tx)
    await tx.insertInto("exception").values({ id, kind: "exception", applicationId, standardId: null, unitId: above.id, personId: null, reason: "Signing.", fromOn: today, untilOn: today, grantedBy: null, endedAt: null, endedWhy: "" }).execute()
  })
  expect((await ask("Adobe Acrobat", inside))[0]?.[1]).toMatch(/^Yes, you may until/)
  expect((await ask("Adobe Acrobat"))[0]?.[1]).toBe("No. Use FoldPDF instead.")
})

test("a request goes to the job's owner, has its clock, is answered once, and what was agreed holds for who asked", async () => {
  const owner = await aPerson({ roles: ["contributor"] })
  const { id: functionId } = await database().selectFrom("element").select("id").where("name", "=", "PDF Software").executeTakeFirstOrThrow()
  await setOwner(thePreparer, { elementIds: [functionId], personId: owner.personId })
  const { id: applicationId } = await database().selectFrom("element").select("id").where("name", "=", "Adobe Acrobat").executeTakeFirstOrThrow()
  const { id } = await askForTool(asker, { name: "", applicationId, need: "To compare two versions." })
  expect(await findRequest(database(), id, "UTC")).toMatchObject({ name: "Adobe Acrobat", state: "asked", goesTo: { id: owner.personId }, job: { name: "PDF Software" } })
  await expect(askForTool(asker, { name: "", applicationId, need: "Again." })).rejects.toThrow("You asked for this already")
  const other = await aPerson()
  expect(await sameRequests(database(), { name: "adobe acrobat", applicationId: null, personId: other.personId }, "UTC")).toMatchObject([{ mine: false, state: "asked" }])
  await expect(askForTool(other, { name: "Adobe Acrobat", need: "Me too." })).rejects.toThrow("Somebody asked for the same")
  await askForTool(other, { name: "Adobe Acrobat", need: "Me too.", seen: true })
  expect((await requestsFor(database(), { id: owner.personId, planner: false }, "UTC")).toAnswer.map((one) => one.id)).toEqual([id])
  await expect(agreeToRequest(other, { id, untilOn: today, reason: "" })).rejects.toThrow("Only its owner, a planner or an administrator")
  await agreeToRequest(owner, { id, untilOn: today, reason: "For the merger." })
  await expect(refuseRequest(owner, { id, reason: "No." })).rejects.toThrow("This request is over: agreed.")
  expect((await ask("Adobe Acrobat"))[0]?.[1]).toMatch(/^Yes, you may until/)
  expect((await ask("Adobe Acrobat", other))[0]?.[1]).toBe("No. Use FoldPDF instead.")
})

test("a refusal says why, and an answer that is taken back lets the request wait again", async () => {
  const { id } = await askForTool(asker, { name: "Unheard of", need: "To draw." })
  await expect(refuseRequest(thePreparer, { id, reason: "  " })).rejects.toThrow("Say why")
  const { operationId } = await refuseRequest(thePreparer, { id, reason: "We have one that does it." })
  expect(await findRequest(database(), id, "UTC")).toMatchObject({ state: "refused", reason: "We have one that does it." })
  expect(await restoreRequests(thePreparer, { entries: await readHistory(database(), { operationId }) })).toMatchObject({ undone: 1, left: [] })
  expect(await findRequest(database(), id, "UTC")).toMatchObject({ state: "asked", reason: "", answeredOn: null })
  await expect(withdrawRequest(await aPerson(), { id })).rejects.toThrow("Only who asked, or a planner")
  await withdrawRequest(asker, { id })
  expect((await findRequest(database(), id, "UTC")).state).toBe("withdrawn")
  expect(await publishedTimes(database(), today, "UTC")).toMatchObject({ asked: 2, agreed: 1, waiting: 1, medianDays: 0 })
})

test("the list tells what holds now, filters by expiry as the words do, and gives all of it to a file", async () => {
  const shown = async (query: string) => (await listStandards(database(), listAsk(new URLSearchParams(query), standardList), today)).rows.map(({ name, job }) => `${name}: ${job?.name}`)
  expect(await shown("")).toEqual(["Adobe Acrobat: PDF Software", "Drawing 2015: Drawing", "Drawing 2016: Drawing", "FoldPDF: PDF Software", "Ruler: Drawing", "Ruler: Sketching", "Sketchpad: Sketching"].sort())
  expect(await shown("expiry=overdue")).toEqual(["Drawing 2016: Drawing"])
  expect(await shown("expiry=later")).toEqual(["FoldPDF: PDF Software"])
  expect((await shown("expiry=none")).length).toBe(5)
  expect(await shown("status=divest&q=acrobat")).toEqual(["Adobe Acrobat: PDF Software"])
  expect(await shown("archived=yes&q=foldpdf")).toEqual(["FoldPDF: PDF Software"])
  expect(await standardCounts(database(), today)).toEqual({ total: 7, products: 6, overdue: 1 })
  const rows = []
  for await (const portion of standardsForFile(database(), listAsk(new URLSearchParams(), standardList), today)) rows.push(...portion)
  expect(rows.length).toBe(7)
})

test("two days are compared, and one product is shown over time", async () => {
  const days = { from: "2020-01-01", to: "2024-01-01" }
  const changes = changesBetween(await standardsOn(database(), days.from), await standardsOn(database(), days.to), days)
  expect(countChanges(changes)).toEqual({ new: 2, changed: 0, prolonged: 1, same: 2, "not named": 2, ended: 0, ranOut: 1 })
  expect(changes.find(({ ranOut }) => ranOut)?.product.name).toBe("Drawing 2016")
  const { id } = await database().selectFrom("element").select("id").where("name", "=", "FoldPDF").executeTakeFirstOrThrow()
  expect((await standardsOver(database(), { applicationId: id }, today, { history: true })).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([["2024-01-01", null], ["2020-01-01", "2024-01-01"]])
})

test("families whose versions stand differently are found by their names", async () => {
  expect((await familiesApart(database(), today)).map(({ family, versions }) => [family, versions.map(({ version }) => version)])).toEqual([["Drawing", ["2015", "2016"]]])
})
