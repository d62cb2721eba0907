// Merging two records of one application: nothing is lost, the old short id leads on, and all of it can be taken back.

import { sql } from "kysely"
import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { archiveApplications, createApplication, updateApplication } from "~/features/applications/applications.commands.server"
import { findApplication } from "~/features/applications/applications.queries.server"
import { mergePlaces } from "~/features/applications/merge.writes.server"
import { mergeApplications, undoMerge } from "~/features/applications/merges.commands.server"
import { giveFitAnswer, setCosts } from "~/features/applications/portfolio.commands.server"
import { costLinesOf, mergedFrom, mergedInto } from "~/features/applications/portfolio.queries.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { addTie } from "~/features/decisions/parts.commands.server"
import { addComment } from "~/features/elements/comments.commands.server"
import { createLink, updateLink } from "~/features/elements/links.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { askQuestion } from "~/features/elements/questions.commands.server"
import { signDecision } from "~/features/gates/decisions.commands.server"
import { createService } from "~/features/services/services.commands.server"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"
import { aCompleteDecision, waitingForSignatures } from "../../../support/decision-builders"

const db = database()
let planner: SignedInActor
let owners: SignedInActor[]
beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ roles: ["planner"] })
  owners = [await aPerson({ name: "Olga" }), await aPerson({ name: "Otto" })]
})

/** Everything that points at an application, by where it points from. */
async function everything(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { place, table, column } of mergePlaces) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) - 'version' as row from ${table} t where t.${column} in (select id from application) order by 1`.execute(db)
    found[place] = rows.map(({ row }) => row)
  }
  return found
}

async function twoOfOne() {
  const [from, into] = [
    await createApplication(planner, { name: `Acrobat ${newId()}`, vendor: "Papersmith", summary: "Reads PDFs.", ownerId: owners[0]?.personId }),
    await createApplication(planner, { name: `Acro ${newId()}`, ownerId: owners[1]?.personId }),
  ]
  const [sales, legal, job, service] = [await aUnit(), await aUnit(), await createFunction(planner, { name: `Edit ${newId()}` }), await createService(planner, { name: `Documents ${newId()}` })]
  await createLink(planner, { fromId: sales.id, relation: "uses", toId: from.id, seats: 40, yearlyCost: "9600.00" })
  await createLink(planner, { fromId: legal.id, relation: "uses", toId: from.id, seats: 5 })
  await createLink(planner, { fromId: sales.id, relation: "uses", toId: into.id, seats: 10, yearlyCost: "400.50" })
  for (const id of [from.id, into.id]) await createLink(planner, { fromId: id, relation: "performs", toId: job.id, fit: 3 })
  await createLink(planner, { fromId: from.id, relation: "delivers", toId: service.id, criticality: "high" })
  await setCosts(planner, { applicationId: from.id, year: 2026, amounts: { licence: "9000.00", support: "600.00" }, seen: {} })
  await setCosts(planner, { applicationId: into.id, year: 2026, amounts: { licence: "400.50" }, seen: {} })
  await giveFitAnswer(planner, { applicationId: from.id, side: "functional", respondentId: planner.personId, answeredOn: "2026-03-01", answerA: 3, answerB: 3, answerC: 3, answerD: 4 })
  await addComment(planner, { elementId: from.id, body: "It is the dear one." })
  await askQuestion(planner, { elementIds: [from.id], body: "Who signs with it?" })
  return { from, into, sales, legal, service }
}

it("knows every place that points at an application", async () => {
  const { rows } = await sql<{ place: string }>`
    select format('%s %s', c.conrelid::regclass, a.attname) as place
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in ('element'::regclass, 'application'::regclass) order by 1`.execute(db)
  // persons, the records' own rows, other kinds, and what is about merging itself
  const others = /( id| person_id| author_id| asked_by| asked_of| answered_by| accepted_by| child_id)$|^(twin_judgement|merged_application) /
  expect(rows.map(({ place }) => place).filter((place) => !others.test(place))).toEqual(mergePlaces.map(({ place }) => place).sort())
})

it("moves everything, adds what both have, fills blanks, and leads from the old short id to the new record", async () => {
  const { from, into, sales, legal, service } = await twoOfOne()
  await mergeApplications(planner, { id: from.id, intoId: into.id })
  const links = await linksOf(db, into.id)
  const use = (unit: string) => links.find((link) => link.fromId === unit)
  expect(use(sales.id)).toMatchObject({ seats: 50, yearlyCost: "10000.50" })
  expect(use(legal.id)).toMatchObject({ seats: 5, yearlyCost: null })
  expect(links.filter((link) => link.relation === "performs")).toHaveLength(1)
  expect(links.find((link) => link.toId === service.id)).toMatchObject({ criticality: "high" })
  expect((await costLinesOf(db, [into.id])).map(({ costKind, amount }) => [costKind, amount])).toEqual([["licence", "9400.50"], ["support", "600.00"]])
  expect(await findApplication(db, into.code)).toMatchObject({ vendor: "Papersmith", summary: "Reads PDFs.", archivedAt: null, ownerIds: expect.arrayContaining(owners.map(({ personId }) => personId)) })
  expect((await findApplication(db, from.code)).archivedAt).not.toBeNull()
  expect(await mergedInto(db, from.id)).toMatchObject({ id: into.id, code: into.code })
  expect(await mergedFrom(db, into.id)).toMatchObject([{ ref: { code: from.code } }])
  const next = await createApplication(planner, { name: `Acrobat suite ${newId()}` })
  await mergeApplications(planner, { id: into.id, intoId: next.id })
  expect(await mergedInto(db, from.id)).toMatchObject({ code: next.code })
  expect((await db.selectFrom("comment").select("body").where("elementId", "=", next.id).execute())).toEqual([{ body: "It is the dear one." }])
})

it("takes all of it back, so that every row stands where it stood", async () => {
  const { from, into } = await twoOfOne()
  const before = await everything()
  const fields = await findApplication(db, into.code)
  const merge = await mergeApplications(planner, { id: from.id, intoId: into.id })
  expect(await everything()).not.toEqual(before)
  expect(await undoMerge(planner, { operationId: merge.operationId })).toMatchObject({ left: [] })
  expect(await everything()).toEqual(before)
  expect(await findApplication(db, into.code)).toMatchObject({ vendor: fields.vendor, summary: fields.summary })
  expect(await mergedInto(db, from.id)).toBeNull()
  await expect(undoMerge(planner, { operationId: merge.operationId })).rejects.toThrow("already taken back")
})

it("leaves what was changed since, and names it", async () => {
  const { from, into, sales } = await twoOfOne()
  const merge = await mergeApplications(planner, { id: from.id, intoId: into.id })
  const use = (await linksOf(db, into.id)).find((link) => link.fromId === sales.id)
  await updateLink(planner, { id: use?.id ?? "", version: use?.version ?? 0, seats: 45 })
  await updateApplication(planner, { id: into.id, version: (await findApplication(db, into.code)).version, vendor: "Somebody else" })
  const back = await undoMerge(planner, { operationId: merge.operationId })
  expect(back.left.sort()).toEqual([into.id, use?.id].sort())
  expect((await linksOf(db, into.id)).find((link) => link.fromId === sales.id)).toMatchObject({ seats: 45 })
  expect((await linksOf(db, from.id)).find((link) => link.fromId === sales.id)).toMatchObject({ seats: 40 })
})

it("is refused into itself, into what is archived, by others than planners, and a merged record is not brought back alone", async () => {
  const { from, into } = await twoOfOne()
  await expect(mergeApplications(planner, { id: from.id, intoId: from.id })).rejects.toMatchObject({ field: "intoId" })
  await expect(mergeApplications(owners[0] as SignedInActor, { id: from.id, intoId: into.id })).rejects.toThrow("Only a planner")
  await archiveApplications(planner, { ids: [into.id], archived: true })
  await expect(mergeApplications(planner, { id: from.id, intoId: into.id })).rejects.toMatchObject({ field: "intoId" })
  await archiveApplications(planner, { ids: [into.id], archived: false })
  await mergeApplications(planner, { id: from.id, intoId: into.id })
  await expect(archiveApplications(planner, { ids: [from.id], archived: false })).rejects.toThrow("Take the merge back")
})

it("leads open decisions to the survivor, and leaves signed ones as they were signed", async () => {
  const { from, into } = await twoOfOne()
  const decider = await aPerson({ roles: ["planner"] })
  const [open, signed] = [await aCompleteDecision([decider]), await aCompleteDecision([decider])]
  for (const { id } of [open, signed]) await addTie(planner, { decisionId: id, relation: "permits", toId: from.id })
  await signDecision(decider, { id: signed.id, checksum: await waitingForSignatures(signed.id), dissent: "" })
  const named = async () => (await db.selectFrom("decisionTie").select(["decisionId", "toId"]).where("decisionId", "in", [open.id, signed.id]).where("relation", "=", "permits").execute()).map(({ decisionId, toId }) => [decisionId, toId])
  const { operationId } = await mergeApplications(planner, { id: from.id, intoId: into.id })
  expect(await named()).toEqual(expect.arrayContaining([[open.id, into.id], [signed.id, from.id]]))
  await undoMerge(planner, { operationId })
  expect(await named()).toEqual(expect.arrayContaining([[open.id, from.id], [signed.id, from.id]]))
})

it("is done once when two people merge the same two at once", async () => {
  const { from, into } = await twoOfOne()
  const both = await Promise.allSettled([mergeApplications(planner, { id: from.id, intoId: into.id }), mergeApplications(planner, { id: into.id, intoId: from.id })])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})
