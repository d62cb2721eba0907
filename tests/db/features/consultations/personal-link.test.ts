// Personal links and what they lead to: an answer is heard once, an old link opens nothing, and coverage is what was derived.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { ForbiddenError, NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { hashToken, newToken } from "~/core/session.server"
import { findPersonalLink } from "~/features/consultations/before.queries.server"
import { closeConsultation, createConsultation, openConsultation, updateConsultation } from "~/features/consultations/consultations.commands.server"
import { consultationFile, type ConsultationRow } from "~/features/consultations/consultation-list"
import { consultationsForFile, listConsultations } from "~/features/consultations/consultation-list.queries.server"
import { askedAbout } from "~/features/consultations/coverage.queries.server"
import { respondentOf } from "~/features/consultations/answer.server"
import { addOption } from "~/features/consultations/parts.commands.server"
import { keepDraft, listPerson, makeLink, submitAnswer, withdrawLink } from "~/features/consultations/participations.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { aCompany, anInitiative, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"
import { counted, placed } from "../../../support/conversation-builders"

let brm: SignedInActor, viewer: SignedInActor
beforeAll(async () => {
  await aCompany()
  ;[brm, viewer] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] })]
})

/** An open conversation about an initiative that affects one unit of ten frontline people, with one of them on the list. */
async function asked() {
  const [unit, work, speaker] = [await aUnit(), await anInitiative(), await aPerson({ name: "Ines Okafor" })]
  await counted(unit.id, "frontline", 10)
  await placed(speaker.personId, unit.id, "frontline")
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  const { id } = await createConsultation(brm, { name: "How should ordering work?", subjectId: work.id })
  await addOption(brm, { consultationId: id, name: "A new shop" })
  await updateConsultation(brm, { id, version: 1, summary: "Orders take long.", questionPlain: "What slows you down?", costs: "Little.", effects: "Less typing." })
  await openConsultation(brm, { id })
  const part = await listPerson(brm, { consultationId: id, personId: speaker.personId, mustHear: true })
  return { unit, work, speaker, consultationId: id, participationId: part.id }
}

async function invited() {
  const made = await asked()
  const token = newToken()
  await makeLink(brm, { participationId: made.participationId, tokenHash: hashToken(token) })
  return { ...made, token, respondent: respondentOf({ personId: made.speaker.personId, name: "Ines Okafor" }) }
}
const opens = (token: string) => findPersonalLink(database(), hashToken(token), new Date())
const point = { kind: "concern", confidentiality: "named", body: "It stops around noon." } as const

describe("a personal link", () => {
  it("is kept as a hash alone, and being invited is not being heard", async () => {
    const { token, work } = await invited()
    expect(await writableDatabase().selectFrom("personalLink").select("id").where("tokenHash", "=", token).execute()).toEqual([])
    expect(await opens(token)).toMatchObject({ title: "How should ordering work?" })
    expect((await askedAbout(database(), [work.id], new Date())).get(work.id)?.coverage).toMatchObject({ share: 0, passes: false, frontlineHeard: false })
  })

  it("opens nothing when it is guessed, taken back, replaced or past its time, and an answer on its way is refused", async () => {
    const { token, participationId, respondent } = await invited()
    expect(await opens(newToken())).toBeNull()
    expect(await findPersonalLink(database(), hashToken(token), new Date(Date.now() + 31 * 86_400_000))).toBeNull()
    const second = newToken()
    await makeLink(brm, { participationId, tokenHash: hashToken(second) })
    expect([await opens(token), (await opens(second))?.participationId]).toEqual([null, participationId])
    await withdrawLink(brm, { participationId })
    expect(await opens(second)).toBeNull()
    await expect(submitAnswer(respondent, { participationId, optionId: null, points: [point] })).rejects.toThrow(NotFoundError)
  })

  it("is made once by a form that is sent twice; another form makes another", async () => {
    const { participationId } = await asked()
    const [first, second, third] = [newToken(), newToken(), newToken()]
    const operationId = newId()
    const make = (token: string, id = operationId) => makeLink(brm, { participationId, tokenHash: hashToken(token), operationId: id })
    expect([(await make(first)).made, (await make(second)).made]).toEqual([true, false])
    expect([(await opens(first))?.participationId, await opens(second)]).toEqual([participationId, null])
    expect((await make(third, newId())).made).toBe(true)
    expect([await opens(first), (await opens(third))?.participationId]).toEqual([null, participationId])
  })

  it("is made by those who run the conversation, and only while it is open", async () => {
    const { participationId, consultationId } = await asked()
    await expect(makeLink(viewer, { participationId, tokenHash: hashToken(newToken()) })).rejects.toThrow(ForbiddenError)
    await closeConsultation(brm, { id: consultationId })
    await expect(makeLink(brm, { participationId, tokenHash: hashToken(newToken()) })).rejects.toThrow(RuleError)
  })
})

describe("an answer", () => {
  it("is heard once however often it is sent, in the unit and level they had then", async () => {
    const { participationId, respondent, work, unit, speaker, consultationId } = await invited()
    const operationId = newId()
    for (const once of [1, 2]) expect(await submitAnswer(respondent, { participationId, optionId: null, points: [point], operationId }), String(once)).toMatchObject({ count: 1 })
    await placed(speaker.personId, (await aUnit()).id, "manager")
    const part = await database().selectFrom("participation").select(["unitId", "roleLevel", "heardHow"]).where("id", "=", participationId).executeTakeFirst()
    expect(part).toEqual({ unitId: unit.id, roleLevel: "frontline", heardHow: "response" })
    expect(await database().selectFrom("feedback").select(["kind", "authorId"]).where("consultationId", "=", consultationId).execute()).toEqual([{ kind: "concern", authorId: null }])
    const known = (await askedAbout(database(), [work.id], new Date())).get(work.id)
    expect(known?.coverage).toMatchObject({ share: 1, passes: true, frontlineHeard: true, missing: [] })
    expect(known?.points).toEqual({ all: 1, answered: 0 })
    expect(known?.fairness.holds).toBe(false)
  })

  it("that says nothing is refused, and what was kept for later counts as nothing", async () => {
    const { participationId, respondent, token, work } = await invited()
    await expect(submitAnswer(respondent, { participationId, optionId: null, points: [] })).rejects.toThrow(RuleError)
    await keepDraft(respondent, { participationId, words: { optionId: null, points: [point] } })
    expect((await opens(token))?.draft).toMatchObject({ points: [point] })
    expect((await askedAbout(database(), [work.id], new Date())).get(work.id)?.coverage.share).toBe(0)
  })
})

it("the list says who is missing by name", async () => {
  const { consultationId } = await asked()
  const { rows } = await listConsultations(database(), { state: "open", page: 1, timeZone: "UTC", now: new Date() })
  const row = rows.find(({ id }) => id === consultationId)
  expect(row).toMatchObject({ asked: 1, heard: 0, about: [{ covered: "0 of 1 groups, 0 %" }] })
  expect(row?.about[0]?.missing).toMatch(/, front line$/)
})

it("the file has every row of the list once", async () => {
  const asking = { state: "open", timeZone: "UTC", now: new Date() } as const
  const rows = []
  for await (const part of consultationsForFile(database(), asking)) rows.push(...part)
  const { total } = await listConsultations(database(), { ...asking, page: 1 })
  expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([total, total])
  expect(consultationFile.find(({ label }) => label === "Missing")?.of(rows[0] as ConsultationRow)).toMatch(/, front line$/)
})

it("a unit that is merged away, below another affected one or archived, counts with that one or not at all; its voices stay", async () => {
  const { unit, work, participationId, respondent } = await invited()
  await submitAnswer(respondent, { participationId, optionId: null, points: [point] })
  const above = await aUnit({ name: "Operations" })
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: above.id })
  const coverage = async () => (await askedAbout(database(), [work.id], new Date())).get(work.id)?.coverage
  await writableDatabase().updateTable("unit").set({ parentId: above.id }).where("id", "=", unit.id).execute()
  expect(await coverage()).toMatchObject({ headcount: 10, share: 1, passes: true, cells: [{ unitName: "Operations", heard: 1 }] })
  await writableDatabase().updateTable("element").set({ archivedAt: new Date() }).where("id", "in", [unit.id, above.id]).execute()
  expect(await coverage()).toMatchObject({ share: null, passes: null })
})
