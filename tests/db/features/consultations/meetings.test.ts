// Points, meetings, minutes and ratings against a real database: once is once, presence is hearing, few answers are no score.

import { beforeAll, describe, expect, it } from "vitest"
import { database, readAs, writableDatabase } from "~/core/database.server"
import { ForbiddenError, StaleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { addDays } from "~/core/calendar"
import { answerPoint, changePoint, confirmPoint, tellBack, withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { loopClosure } from "~/features/consultations/feedback-loop"
import { loopPoints, pointsOf } from "~/features/consultations/feedback.queries.server"
import { restoreFeedback } from "~/features/consultations/feedback.undo.server"
import { closeMeeting, minuteDecision, nextPoint, planMeeting, tickPresence } from "~/features/consultations/meetings.commands.server"
import { decisionsMinuted, meetingsOf, roomOf } from "~/features/consultations/meetings.queries.server"
import { restoreAttendance, restoreMeetings, restoreMinutedDecisions } from "~/features/consultations/meetings.undo.server"
import { rateConversation, replyToMinutes, sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { conversationHead, minutesReplies, ratingMeans } from "~/features/consultations/minutes.queries.server"
import { readAgenda } from "~/features/consultations/meeting"
import { sql } from "kysely"
import { aCompany, anInitiative, aPerson, aUnit, type SignedInActor } from "../../../support/builders"
import { aConversation, aParticipant, aPoint, placed } from "../../../support/conversation-builders"

let brm: SignedInActor, viewer: SignedInActor
beforeAll(async () => {
  await aCompany()
  ;[brm, viewer] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] })]
})
const entriesOf = (operationId: string) => readHistory(database(), { operationId })
const listed = async (consultationId: string) => (await pointsOf(null, { consultationId })).points
const later = addDays(new Date().toISOString().slice(0, 10), 30)

describe("a point", () => {
  it("sent twice, at once or a day later, is one point", async () => {
    const conversation = await aConversation(brm)
    const id = newId()
    await Promise.all(Array.from({ length: 8 }, () => aPoint(brm, conversation.id, { id })))
    await writableDatabase().deleteFrom("operation").where("id", "=", id).execute()
    const again = await aPoint(brm, conversation.id, { id })
    expect(await listed(conversation.id)).toMatchObject([{ id, code: again.code }])
  })

  it("of two people at once are two, and no word is lost", async () => {
    const [conversation, other] = [await aConversation(brm), await aPerson({ roles: ["planner"] })]
    await Promise.all(Array.from({ length: 20 }, (_, n) => aPoint(n % 2 ? brm : other, conversation.id, { body: `note ${n}` })))
    expect((await listed(conversation.id)).map(({ body }) => body).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `note ${n}`).sort())
  })

  it("is written by those who run the conversation", async () => {
    const [mine, theirs] = [await aConversation(viewer), await aConversation(brm)]
    await aPoint(viewer, mine.id)
    await expect(aPoint(viewer, theirs.id)).rejects.toThrow(ForbiddenError)
  })

  it("goes from heard to answered, told and confirmed, and back by undo", async () => {
    const [conversation, speaker, work] = [await aConversation(brm), await aPerson(), await anInitiative()]
    const point = await aPoint(brm, conversation.id, { personId: speaker.personId })
    await expect(tellBack(brm, { ids: [point.id] })).rejects.toThrow("no answer yet")
    const answered = await answerPoint(brm, { id: point.id, version: 1, disposition: "accepted", reason: "Before go-live.", deferredUntil: null, ownerId: brm.personId, ledToId: work.id })
    expect(await listed(conversation.id)).toMatchObject([{ state: "answered", ledTo: { id: work.id }, owner: { id: brm.personId } }])
    await tellBack(brm, { ids: [point.id] })
    await expect(confirmPoint(viewer, { id: point.id })).rejects.toThrow(ForbiddenError)
    const confirmed = await confirmPoint(speaker, { id: point.id })
    expect(await listed(conversation.id)).toMatchObject([{ state: "confirmed" }])
    await restoreFeedback(brm, { entries: await entriesOf(confirmed.operationId) })
    expect(await listed(conversation.id)).toMatchObject([{ state: "told" }])
    await expect(restoreFeedback(brm, { entries: await entriesOf(answered.operationId) })).resolves.toMatchObject({ undone: 0, left: [point.id] })
    await answerPoint(brm, { id: point.id, version: 5, disposition: "rejected", reason: "No money.", deferredUntil: null })
    expect(await listed(conversation.id)).toMatchObject([{ state: "answered", disposition: "rejected" }])
  })

  it("is answered by whom it is given to, whatever their role", async () => {
    const conversation = await aConversation(brm)
    const point = await aPoint(brm, conversation.id, { ownerId: viewer.personId })
    await answerPoint(viewer, { id: point.id, version: 1, disposition: "deferred", reason: "", deferredUntil: later })
    expect(await listed(conversation.id)).toMatchObject([{ disposition: "deferred", deferredUntil: later }])
  })

  it("answered by two at once is refused to the second with both versions", async () => {
    const conversation = await aConversation(brm)
    const point = await aPoint(brm, conversation.id)
    await answerPoint(brm, { id: point.id, version: 1, disposition: "accepted", reason: "Yes.", deferredUntil: null })
    await expect(answerPoint(brm, { id: point.id, version: 1, disposition: "rejected", reason: "No.", deferredUntil: null })).rejects.toThrow(StaleError)
  })

  it("changed and taken back counts nowhere, and returns", async () => {
    const conversation = await aConversation(brm)
    const point = await aPoint(brm, conversation.id)
    const change = await changePoint(brm, { id: point.id, version: 1, body: "Other words.", kind: "wish" })
    await restoreFeedback(brm, { entries: await entriesOf(change.operationId) })
    expect(await listed(conversation.id)).toMatchObject([{ body: "The order screen stops around noon.", kind: "concern" }])
    const gone = await withdrawPoint(brm, { id: point.id })
    expect([await listed(conversation.id), await loopPoints(database(), conversation.id)]).toEqual([[], []])
    await restoreFeedback(brm, { entries: await entriesOf(gone.operationId) })
    expect(await listed(conversation.id)).toHaveLength(1)
  })

  it("counts in the loop also where it is confidential", async () => {
    const conversation = await aConversation(brm)
    await aPoint(brm, conversation.id, { confidentiality: "confidential" })
    await aPoint(brm, conversation.id)
    expect(loopClosure(await loopPoints(database(), conversation.id))).toMatchObject({ points: 2, answered: 0 })
  })

  it("is listed for its person and its unit", async () => {
    const [conversation, unit, speaker] = [await aConversation(brm), await aUnit(), await aPerson()]
    await placed(speaker.personId, unit.id, "manager")
    const point = await aPoint(brm, conversation.id, { personId: speaker.personId })
    for (const ask of [{ personId: speaker.personId }, { unitId: unit.id }]) expect((await pointsOf(null, ask)).points.map(({ id }) => id)).toEqual([point.id])
  })
})

async function aMeeting(consultationId: string) {
  return planMeeting(brm, { consultationId, startsAt: new Date(), minutes: 45, place: "Room 2", agenda: readAgenda("Why we ask, 6\nWhat slows you down, 15: Who waits?") })
}

describe("a meeting", () => {
  it("goes through its agenda point by point, and closes", async () => {
    const conversation = await aConversation(brm)
    const { id } = await aMeeting(conversation.id)
    const times = async () => (await meetingsOf(database(), conversation.id))[0]?.agenda.map(({ startedAt, endedAt }) => [startedAt !== null, endedAt !== null])
    await nextPoint(brm, { meetingId: id })
    await nextPoint(brm, { meetingId: id })
    expect(await times()).toEqual([[true, true], [true, false]])
    await expect(nextPoint(brm, { meetingId: id })).rejects.toThrow("last point")
    await closeMeeting(brm, { meetingId: id })
    expect(await times()).toEqual([[true, true], [true, true]])
  })

  it("hears who is in its room, in the stratum they have then, and only once it has begun", async () => {
    const [conversation, unit, guest] = [await aConversation(brm), await aUnit(), await aPerson()]
    await placed(guest.personId, unit.id, "frontline")
    const participationId = await aParticipant(conversation.id, guest.personId)
    const { id: meetingId } = await aMeeting(conversation.id)
    await expect(tickPresence(brm, { meetingId, participationId, here: true })).rejects.toThrow("Start the meeting first")
    await nextPoint(brm, { meetingId })
    const tick = await tickPresence(brm, { meetingId, participationId, here: true })
    await placed(guest.personId, unit.id, "manager")
    const seen = async () => (await roomOf(database(), conversation.id, meetingId)).map(({ here, heard, roleLevel }) => ({ here, heard, roleLevel }))
    expect(await seen()).toEqual([{ here: true, heard: true, roleLevel: "frontline" }])
    const undone = await restoreAttendance(brm, { entries: await entriesOf(tick.operationId) })
    expect(await seen()).toEqual([{ here: false, heard: false, roleLevel: "manager" }])
    await restoreAttendance(brm, { entries: await entriesOf(undone.operationId) })
    expect(await seen()).toEqual([{ here: true, heard: true, roleLevel: "manager" }])
  })

  it("does not take back a response with a tick", async () => {
    const [conversation, guest] = [await aConversation(brm), await aPerson()]
    const participationId = await aParticipant(conversation.id, guest.personId)
    await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "response" }).where("id", "=", participationId).execute()
    const { id: meetingId } = await aMeeting(conversation.id)
    await nextPoint(brm, { meetingId })
    await tickPresence(brm, { meetingId, participationId, here: true })
    await tickPresence(brm, { meetingId, participationId, here: false })
    expect(await roomOf(database(), conversation.id, meetingId)).toMatchObject([{ here: false, heard: true }])
  })

  it("and a decision in it can be taken back and returned", async () => {
    const conversation = await aConversation(brm)
    const planned = await aMeeting(conversation.id)
    const gone = await restoreMeetings(brm, { entries: await entriesOf(planned.operationId) })
    expect(await meetingsOf(database(), conversation.id)).toEqual([])
    await restoreMeetings(brm, { entries: await entriesOf(gone.operationId) })
    expect(await meetingsOf(database(), conversation.id)).toMatchObject([{ place: "Room 2", agenda: [{ name: "Why we ask" }, { name: "What slows you down", prompt: "Who waits?" }] }])
    const decision = await minuteDecision(brm, { id: newId(), consultationId: conversation.id, body: "Fix noon first." })
    const away = await restoreMinutedDecisions(brm, { entries: await entriesOf(decision.operationId) })
    expect(await decisionsMinuted(database(), conversation.id)).toEqual([])
    await restoreMinutedDecisions(brm, { entries: await entriesOf(away.operationId) })
    expect(await decisionsMinuted(database(), conversation.id)).toMatchObject([{ body: "Fix noon first." }])
  })
})

describe("minutes", () => {
  it("are confirmed by those who were heard, and anew when their words change", async () => {
    const [conversation, guest] = [await aConversation(brm), await aPerson()]
    await aParticipant(conversation.id, guest.personId, new Date())
    const says = (words: string) => replyToMinutes(guest, { consultationId: conversation.id, says: words ? "mend" : "right", words })
    await expect(says("")).rejects.toThrow("not sent")
    await expect(sendMinutes(brm, { consultationId: conversation.id })).rejects.toThrow("Write the minutes first")
    await writeMinutes(brm, { consultationId: conversation.id, version: 1, minutes: "We talked." })
    await sendMinutes(brm, { consultationId: conversation.id })
    await says("We argued.")
    expect(await minutesReplies(database(), conversation.id)).toMatchObject({ asked: 1, right: 0, mend: 1, people: [{ says: "mend", words: "We argued." }] })
    await says("")
    expect(await minutesReplies(database(), conversation.id)).toMatchObject({ right: 1, mend: 0 })
    await expect(replyToMinutes(viewer, { consultationId: conversation.id, says: "right", words: "" })).rejects.toThrow("Only those who were heard")
    await writeMinutes(brm, { consultationId: conversation.id, version: 3, minutes: "We argued." })
    expect([await minutesReplies(database(), conversation.id), await conversationHead(database(), conversation.code)]).toMatchObject([{ right: 0 }, { minutesSentAt: null }])
  })

  it("refuse the second of two who change the same words", async () => {
    const conversation = await aConversation(brm)
    await writeMinutes(brm, { consultationId: conversation.id, version: 1, minutes: "Mine." })
    await expect(writeMinutes(brm, { consultationId: conversation.id, version: 1, minutes: "Theirs." })).rejects.toThrow(StaleError)
  })
})

describe("ratings", () => {
  async function rated(consultationId: string, unitIds: readonly (string | null)[]) {
    for (const unitId of unitIds) {
      const guest = await aPerson()
      const part = await aParticipant(consultationId, guest.personId, new Date())
      if (unitId) await writableDatabase().updateTable("participation").set({ unitId }).where("id", "=", part).execute()
      await rateConversation(guest, { consultationId, understood: 4, trust: 3, responsive: 5 })
    }
  }
  const unitMeans = async (consultationId: string) => {
    const { rows } = await sql<{ answers: number; trust: string | null }>`select answers, trust from rating_means() where consultation_id = ${consultationId} and unit_id is not null order by answers`.execute(database())
    return rows
  }

  it("show no score under five answers", async () => {
    const conversation = await aConversation(brm)
    await rated(conversation.id, [null, null, null, null])
    expect(await ratingMeans(database(), conversation.id)).toEqual({ answers: 4, understood: null, trust: null, responsive: null })
    await rated(conversation.id, [null])
    expect(await ratingMeans(database(), conversation.id)).toEqual({ answers: 5, understood: 4, trust: 3, responsive: 5 })
  })

  it("keep a unit's score back where the rest would be one to four people", async () => {
    const [conversation, big, small] = [await aConversation(brm), await aUnit(), await aUnit()]
    await rated(conversation.id, [big, big, big, big, big].map(({ id }) => id))
    expect(await unitMeans(conversation.id)).toEqual([{ answers: 5, trust: "3.0" }])
    await rated(conversation.id, [small.id])
    expect(await unitMeans(conversation.id)).toEqual([{ answers: 1, trust: null }, { answers: 5, trust: null }])
    await rated(conversation.id, [small.id, small.id, small.id, null])
    expect(await unitMeans(conversation.id)).toEqual([{ answers: 4, trust: null }, { answers: 5, trust: "3.0" }])
  })

  it("are given once, by those who were heard, and read by nobody one by one", async () => {
    const conversation = await aConversation(brm)
    const guest = await aPerson()
    await aParticipant(conversation.id, guest.personId, new Date())
    const rate = (who: SignedInActor) => rateConversation(who, { consultationId: conversation.id, understood: 1, trust: 1, responsive: 1 })
    await rate(guest)
    await expect(rate(guest)).rejects.toThrow("already")
    await expect(rate(viewer)).rejects.toThrow("Only those who were heard")
    const own = (who: SignedInActor | null) => readAs(who?.personId ?? null, (db) => db.selectFrom("rating").select("trust").where("consultationId", "=", conversation.id).execute())
    expect([await own(guest), await own(brm), await own(null)]).toEqual([[{ trust: 1 }], [], []])
    expect(await database().selectFrom("change").select("id").where("recordKind", "=", "rating").execute()).toEqual([])
  })
})
