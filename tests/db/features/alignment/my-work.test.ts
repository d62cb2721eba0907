// My work: what waits for a person among people stands there for them alone, and leaves when it is done.

import { beforeAll, expect, it } from "vitest"
import { addDays } from "~/core/calendar"
import { database, writableDatabase } from "~/core/database.server"
import { hashToken, newToken } from "~/core/session.server"
import { myWork } from "~/features/alignment/my-work.queries.server"
import { closeConsultation, createConsultation, openConsultation } from "~/features/consultations/consultations.commands.server"
import { answerPoint } from "~/features/consultations/feedback.commands.server"
import { closeMeeting, nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { meetingsOf } from "~/features/consultations/meetings.queries.server"
import { replyToMinutes, sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { makeLink } from "~/features/consultations/participations.commands.server"
import { planReview, setRelationship } from "~/features/relationships/relationships.commands.server"
import { startReview } from "~/features/relationships/reviews.commands.server"
import { aConversation, aParticipant, aPoint } from "../../../support/conversation-builders"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"

let brm: SignedInActor
let other: SignedInActor
const today = new Date().toISOString().slice(0, 10)
const waiting = async (who: SignedInActor) => {
  const { points, talks, voice } = await myWork(database(), who)
  const words = (items: typeof points) => items.map((item) => `${item.element.name}: ${item.words}`)
  return { points: words(points), talks: words(talks), voice: words(voice) }
}
const nothing = { points: [], talks: [], voice: [] }

beforeAll(async () => {
  await aCompany({ timeZone: "UTC" })
  brm = await aPerson({ name: "Mara Example", roles: ["brm"] })
  other = await aPerson({ name: "Vera Example" })
})

it("has nothing for whom nothing concerns", async () => {
  expect(await waiting(other)).toEqual(nothing)
})

it("shows a point to whoever is named to answer it, else to the conversation's owner, until it is answered", async () => {
  const talk = await aConversation(brm, { name: "Ordering" })
  const [mine, theirs] = [await aPoint(brm, talk.id, { body: "Too slow." }), await aPoint(brm, talk.id, { body: "Too dear.", ownerId: other.personId })]
  const hidden = await aPoint(brm, talk.id, { body: "Nobody dares to say.", confidentiality: "confidential" })
  expect(await waiting(brm)).toMatchObject({ points: ["Too slow.: Ordering · raised today", "Nobody dares to say.: Ordering · raised today"] })
  expect(await waiting(other)).toEqual({ ...nothing, points: ["Too dear.: Ordering · raised today"] })
  for (const { id } of [mine, theirs, hidden]) await answerPoint(brm, { id, version: 1, disposition: "noted", reason: "", deferredUntil: null })
  expect([await waiting(brm), await waiting(other)]).toEqual([nothing, nothing])
})

it("shows one's conversations that close soon and meetings that come, not those far ahead or closed", async () => {
  const make = async (name: string, closesOn: string) => {
    const talk = await createConsultation(brm, { name, summary: "In short.", questionPlain: "What?", purpose: "relationship", unitId: (await aUnit()).id, closesOn })
    await openConsultation(brm, { id: talk.id })
    return talk
  }
  const soon = await make("Soon", addDays(today, 14))
  await make("Far ahead", addDays(today, 15))
  await planMeeting(brm, { consultationId: soon.id, startsAt: new Date(`${addDays(today, 2)}T10:00:00Z`), minutes: 30, place: "Room 4", agenda: [{ name: "One", minutes: 5, prompt: "" }] })
  const talks = (await waiting(brm)).talks
  expect(talks).toHaveLength(2)
  expect(talks.every((words) => words.startsWith("Soon: "))).toBe(true)
  await closeConsultation(brm, { id: soon.id })
  expect(await waiting(brm)).toEqual(nothing)
})

it("shows reviews due by their cadence to whoever looks after the relationship, until one is started", async () => {
  const unit = await aUnit({ name: "Support" })
  await setRelationship(brm, { unitId: unit.id, version: 0, itPersonId: other.personId, nextReviewOn: addDays(today, -3) })
  expect((await waiting(other)).talks).toHaveLength(1)
  expect((await waiting(other)).talks[0]).toMatch(/^Support: Review due/)
  expect(await waiting(brm)).toEqual(nothing)
  const { id } = await startReview(brm, { unitId: unit.id, timeZone: "UTC", startsAt: new Date(`${today}T12:00:00Z`), minutes: 30, place: "", agenda: [{ name: "One", minutes: 5, prompt: "" }] })
  expect(await waiting(other)).toEqual(nothing)
  expect((await waiting(brm)).talks).toHaveLength(1)
  const meetingId = (await meetingsOf(database(), id))[0]?.id ?? ""
  await nextPoint(brm, { meetingId })
  await closeMeeting(brm, { meetingId })
  expect(await waiting(brm)).toEqual(nothing)
  expect((await waiting(other)).talks).toEqual(["Support: The review was held"])
  await planReview(brm, { unitId: unit.id, version: 2, nextReviewOn: addDays(today, 90) })
  expect(await waiting(other)).toEqual(nothing)
})

it("shows an invitation until its person was heard, and minutes until they reply", async () => {
  const talk = await aConversation(brm, { name: "Ordering" })
  const part = await aParticipant(talk.id, other.personId)
  expect(await waiting(other)).toEqual(nothing)
  await makeLink(brm, { participationId: part, tokenHash: hashToken(newToken()) })
  expect((await waiting(other)).voice).toEqual(["Ordering: You are asked"])
  await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "presence" }).where("id", "=", part).execute()
  const { version } = await writableDatabase().selectFrom("element").select("version").where("id", "=", talk.id).executeTakeFirstOrThrow()
  await writeMinutes(brm, { consultationId: talk.id, version, minutes: "We spoke." })
  expect(await waiting(other)).toEqual(nothing)
  await sendMinutes(brm, { consultationId: talk.id })
  expect((await waiting(other)).voice).toHaveLength(1)
  await replyToMinutes(other, { consultationId: talk.id, says: "right", words: "" })
  expect(await waiting(other)).toEqual(nothing)
})
