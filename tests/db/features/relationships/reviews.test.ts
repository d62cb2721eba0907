// Reviews: started once from a brief with their meeting, agenda and who speaks for the unit, taken back; the brief's points and waiting voices; the next day.

import { beforeAll, expect, it } from "vitest"
import { addDays } from "~/core/calendar"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { createConsultation, openConsultation, restoreConsultations } from "~/features/consultations/consultations.commands.server"
import { affectedUnits } from "~/features/consultations/coverage-rows.queries.server"
import { afterTab } from "~/features/consultations/feedback-after.server"
import { answerPoint, withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { closeMeeting, nextPoint } from "~/features/consultations/meetings.commands.server"
import { restoreMeetings } from "~/features/consultations/meetings.undo.server"
import { meetingsOf, roomOf } from "~/features/consultations/meetings.queries.server"
import { createLink } from "~/features/elements/links.commands.server"
import { findElement } from "~/features/elements/elements.queries.server"
import { waitingVoices } from "~/features/relationships/brief.queries.server"
import { agendaOf } from "~/features/relationships/brief"
import { planReview, setRelationship } from "~/features/relationships/relationships.commands.server"
import { relationshipOf } from "~/features/relationships/relationships.queries.server"
import { startReview } from "~/features/relationships/reviews.commands.server"
import { lastReview, reviewUnderWay } from "~/features/relationships/reviews.queries.server"
import { unitMeeting } from "~/features/relationships/unit-meeting.queries.server"
import { createService } from "~/features/services/services.commands.server"
import { createUnit } from "~/features/units/units.commands.server"
import type { RoleLevel } from "~/features/units/unit"
import { aConversation, aParticipant, aPoint, placed } from "../../../support/conversation-builders"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"

let brm: SignedInActor
let viewer: SignedInActor
const today = new Date().toISOString().slice(0, 10)
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const agenda = [{ name: "What we owe you", minutes: 10, prompt: "Phones" }, { name: "What else?", minutes: 10, prompt: "" }]
const asked = (unitId: string, more: object = {}) => ({ unitId, timeZone: "UTC", startsAt: noon(today), minutes: 30, place: "Room 4", agenda, ...more })
const entriesOf = async (operationId: string, kind: string) => ({ entries: (await readHistory(database(), { operationId })).filter(({ recordKind }) => recordKind === kind) })
const briefFor = async (code: string, readerId: string | null) => (await unitMeeting(database(), await findElement(database(), code, "unit"), { today, timeZone: "UTC", readerId })).brief

beforeAll(async () => {
  await aCompany({ timeZone: "UTC" })
  brm = await aPerson({ name: "Mara Example", roles: ["brm"] })
  viewer = await aPerson({ name: "Vera Example", roles: ["viewer"] })
})

it("starts as an open conversation with its meeting, agenda and who speaks for the unit; sent twice it is one", async () => {
  const unit = await aUnit({ name: "Support" })
  const head = await aPerson({ name: "Rana Example" })
  await setRelationship(brm, { unitId: unit.id, version: 0, businessPersonId: head.personId, nextReviewOn: addDays(today, 3) })
  const operationId = newId()
  const [first, second] = await Promise.all([startReview(brm, { ...asked(unit.id), operationId }), startReview(brm, { ...asked(unit.id), operationId })])
  expect(second.code).toBe(first.code)
  const [meeting, ...others] = await meetingsOf(database(), first.id)
  expect(others).toEqual([])
  expect(meeting?.agenda.map(({ name, minutes, prompt }) => ({ name, minutes, prompt }))).toEqual(agenda)
  expect(await database().selectFrom("consultation").select(["form", "purpose", "state", "unitId", "ownerId"]).where("id", "=", first.id).executeTakeFirst())
    .toEqual({ form: "review meeting", purpose: "relationship", state: "open", unitId: unit.id, ownerId: brm.personId })
  expect((await roomOf(database(), first.id, null)).map(({ name }) => name)).toEqual(["Rana Example"])
  expect((await relationshipOf(database(), unit.id))?.nextReviewOn).toBe(today)
  expect(await reviewUnderWay(database(), unit.id)).toMatchObject({ code: first.code })
})

it("is refused to those who do not look after engagement, while another is under way, for a past day, too long an agenda and an archived unit", async () => {
  const unit = await aUnit()
  await expect(startReview(viewer, asked(unit.id))).rejects.toThrow("Only a relationship manager")
  await expect(startReview(brm, asked(unit.id, { startsAt: noon(addDays(today, -1)) }))).rejects.toThrow("That day has passed")
  await expect(startReview(brm, asked(unit.id, { minutes: 15 }))).rejects.toThrow("The agenda needs 20 minutes")
  const both = await Promise.allSettled([startReview(brm, asked(unit.id)), startReview(brm, asked(unit.id))])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(startReview(brm, asked(unit.id))).rejects.toThrow(/“Review with .* is under way already/)
  const gone = await aUnit()
  await writableDatabase().updateTable("element").set({ archivedAt: new Date() }).where("id", "=", gone.id).execute()
  await expect(startReview(brm, asked(gone.id))).rejects.toThrow("This unit is archived")
})

it("is taken back while nothing was said in it, and another may start", async () => {
  const unit = await aUnit()
  const { operationId, id } = await startReview(brm, asked(unit.id))
  await restoreMeetings(brm, await entriesOf(operationId, "meeting"))
  await restoreConsultations(brm, await entriesOf(operationId, "consultation"))
  expect(await meetingsOf(database(), id)).toEqual([])
  expect(await reviewUnderWay(database(), unit.id)).toBeNull()
  await startReview(brm, asked(unit.id))
})

it("proposes the next day by the unit's cadence once its meeting is closed, and keeps it with the relationship", async () => {
  const unit = await aUnit({ name: "Warehouse" })
  await setRelationship(brm, { unitId: unit.id, version: 0, reviewEveryDays: 30, nextReviewOn: today })
  const { id, code } = await startReview(brm, asked(unit.id))
  const [meeting] = await meetingsOf(database(), id)
  await nextPoint(brm, { meetingId: meeting?.id ?? "" })
  await closeMeeting(brm, { meetingId: meeting?.id ?? "" })
  const after = async (who: SignedInActor) => (await afterTab(who, code, new URLSearchParams())).next
  expect(await after(brm)).toMatchObject({ every: 30, proposed: addDays(today, 30), nextOn: null, review: { unit: { name: "Warehouse" }, version: 1 }, mayPlan: true })
  expect((await after(viewer)).mayPlan).toBe(false)
  await expect(planReview(viewer, { unitId: unit.id, version: 1, nextReviewOn: addDays(today, 30) })).rejects.toThrow("Only a relationship manager")
  await expect(planReview(brm, { unitId: unit.id, version: 1, nextReviewOn: today })).rejects.toThrow("must lie ahead")
  await planReview(brm, { unitId: unit.id, version: 1, nextReviewOn: addDays(today, 30) })
  expect(await after(brm)).toMatchObject({ nextOn: addDays(today, 30) })
  expect(await lastReview(database(), unit.id)).toMatchObject({ code })
  expect(await reviewUnderWay(database(), unit.id)).toBeNull()
})

it("proposes the next day also where the review was held before its day, and shows what is planned then", async () => {
  const unit = await aUnit()
  await setRelationship(brm, { unitId: unit.id, version: 0, nextReviewOn: addDays(today, 93) })
  const { id, code } = await startReview(brm, asked(unit.id, { startsAt: noon(addDays(today, 93)) }))
  const meetingId = (await meetingsOf(database(), id))[0]?.id ?? ""
  await nextPoint(brm, { meetingId })
  await closeMeeting(brm, { meetingId })
  const next = async () => (await afterTab(brm, code, new URLSearchParams())).next
  expect(await next()).toMatchObject({ proposed: addDays(today, 90), nextOn: null })
  await planReview(brm, { unitId: unit.id, version: 1, nextReviewOn: addDays(today, 90) })
  expect(await next()).toMatchObject({ nextOn: addDays(today, 90) })
})

it("sets the relationship up with its usual cadence where the next day is the first that is known of it", async () => {
  const unit = await aUnit()
  await planReview(brm, { unitId: unit.id, version: 0, nextReviewOn: addDays(today, 90) })
  expect(await relationshipOf(database(), unit.id)).toMatchObject({ reviewEveryDays: 90, nextReviewOn: addDays(today, 90) })
})

it("shows the unit's open points with their words, and those told in confidence to their readers alone", async () => {
  const unit = await aUnit({ name: "Sales" })
  const voice = await aPerson({ name: "Sven Example" })
  await placed(voice.personId, unit.id, "frontline")
  const talk = await aConversation(brm, { unitId: unit.id })
  const open = await aPoint(brm, talk.id, { personId: voice.personId, body: "It stops at noon." })
  await aPoint(brm, talk.id, { personId: voice.personId, body: "Nobody dares to say.", confidentiality: "confidential" })
  const answered = await aPoint(brm, talk.id, { body: "Answered already." })
  await answerPoint(brm, { id: answered.id, version: 1, disposition: "noted", reason: "", deferredUntil: null })
  const withdrawn = await aPoint(brm, talk.id, { body: "Taken back." })
  await withdrawPoint(brm, { id: withdrawn.id })
  const [mine, theirs] = [await briefFor(unit.code, brm.personId), await briefFor(unit.code, viewer.personId)]
  expect(mine.points.shown.map(({ body, confidential }) => [body, confidential])).toEqual([["It stops at noon.", false], ["Nobody dares to say.", true]])
  expect(mine.points).toMatchObject({ hidden: 0, inConfidence: 1 })
  expect(theirs.points.shown.map(({ body }) => body)).toEqual(["It stops at noon."])
  expect(theirs.points).toMatchObject({ hidden: 1, inConfidence: 1 })
  expect(agendaOf(mine, null)).toEqual(agendaOf(theirs, null))
  expect(JSON.stringify(agendaOf(mine, null))).toContain(open.code)
})

it("counts nothing of a confidential point that only its readers know to be the unit's", async () => {
  const unit = await aUnit()
  const voice = await aPerson()
  await placed(voice.personId, unit.id, "frontline")
  await aPoint(brm, (await aConversation(brm)).id, { personId: voice.personId, body: "Between us.", confidentiality: "confidential" })
  const [mine, theirs] = [await briefFor(unit.code, brm.personId), await briefFor(unit.code, viewer.personId)]
  expect(mine.points).toMatchObject({ shown: [{ body: "Between us." }], hidden: 0, inConfidence: 0 })
  expect(theirs.points).toEqual({ shown: [], hidden: 0, inConfidence: 0 })
  expect(agendaOf(mine, null)).toEqual(agendaOf(theirs, null))
})

it("names open conversations about what touches the unit until somebody there was heard, as coverage derives it", async () => {
  const unit = await aUnit({ name: "Finance" })
  const service = await createService(thePreparer, { name: "Paying" })
  const [changing, affecting, stranger, goal] = [await anInitiative({ name: "Pay faster" }), await anInitiative({ name: "Close books sooner" }), await anInitiative(), await aGoal()]
  await createLink(thePreparer, { fromId: unit.id, relation: "uses", toId: service.id })
  await createLink(thePreparer, { fromId: changing.id, relation: "improves", toId: service.id })
  await createLink(thePreparer, { fromId: affecting.id, relation: "affects", toId: unit.id })
  await createLink(thePreparer, { fromId: affecting.id, relation: "contributes to", toId: goal.id, strength: 9, note: "It helps." })
  await createLink(thePreparer, { fromId: service.id, relation: "supports", toId: goal.id })
  const subjects = [service, changing, affecting, stranger, goal]
  const talks = []
  for (const [at, subject] of subjects.entries()) {
    const talk = await createConsultation(brm, { name: `Talk ${at}`, summary: "In short.", questionPlain: "What?", purpose: "service", subjectId: subject.id, closesOn: addDays(today, 20 - at) })
    await openConsultation(brm, { id: talk.id })
    talks.push(talk)
  }
  const affected = await affectedUnits(database(), subjects.map(({ id }) => id))
  const touching = subjects.filter(({ id }) => affected.get(id)?.includes(unit.id)).map(({ code }) => code)
  const waiting = await waitingVoices(database(), unit.id)
  expect(waiting.map(({ subject }) => subject.code).sort()).toEqual([...touching].sort())
  expect(waiting.map(({ consultation }) => consultation.name)).toEqual(["Talk 4", "Talk 2", "Talk 1", "Talk 0"])
  const voice = await aPerson()
  await placed(voice.personId, unit.id, "manager")
  const part = await aParticipant(talks[0]?.id ?? "", voice.personId)
  expect((await waitingVoices(database(), unit.id)).find(({ consultation }) => consultation.name === "Talk 0")?.asked).toBe(1)
  await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "response", unitId: unit.id, roleLevel: "manager" }).where("id", "=", part).execute()
  expect((await waitingVoices(database(), unit.id)).map(({ consultation }) => consultation.name)).toEqual(["Talk 4", "Talk 2", "Talk 1"])
})

it("goes on naming a conversation while a role level of the unit or of a sub-unit was not heard", async () => {
  const unit = await createUnit(thePreparer, { name: "Support", frontline: 20, manager: 2 })
  const team = await createUnit(thePreparer, { name: "Night desk", parentId: unit.id, executive: 1 })
  const work = await anInitiative({ name: "New desk" })
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  const talk = await createConsultation(brm, { name: "How to answer", summary: "In short.", questionPlain: "What?", purpose: "service", subjectId: work.id })
  await openConsultation(brm, { id: talk.id })
  const heard = async (unitId: string, roleLevel: RoleLevel) => {
    const { personId } = await aPerson()
    const part = await aParticipant(talk.id, personId)
    await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "response", unitId, roleLevel }).where("id", "=", part).execute()
  }
  const silent = async () => (await waitingVoices(database(), unit.id)).map((one) => one.silent)
  expect(await silent()).toEqual([[]])
  await heard(unit.id, "manager")
  expect(await silent()).toEqual([["frontline", "executive"]])
  await heard(team.id, "frontline")
  expect(await silent()).toEqual([["executive"]])
  await heard(team.id, "executive")
  expect(await silent()).toEqual([])
})
