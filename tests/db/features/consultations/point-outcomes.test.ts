// An answer that makes a promise or an initiative, in one transaction: made once, named by both records, taken back together.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { ForbiddenError } from "~/core/errors"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { addDays } from "~/core/calendar"
import { restoreCommitments } from "~/features/commitments/commitments.undo.server"
import { answerPoint, withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { originsOf } from "~/features/consultations/feedback-origins.queries.server"
import { pointsOf } from "~/features/consultations/feedback.queries.server"
import { pointAnswer } from "~/features/consultations/feedback.schema"
import { restoreFeedback } from "~/features/consultations/feedback.undo.server"
import { aCompany, anInitiative, aPerson, aUnit, type SignedInActor } from "../../../support/builders"
import { aConversation, aPoint, placed } from "../../../support/conversation-builders"

let brm: SignedInActor, planner: SignedInActor
beforeAll(async () => {
  await aCompany()
  ;[brm, planner] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["planner"] })]
})
const dueOn = addDays(new Date().toISOString().slice(0, 10), 30)
const accepted = { version: 1, disposition: "accepted" as const, reason: "", deferredUntil: null }
const promise = { name: "Phones for the late shift", ownerId: null, dueOn }

async function aVoicedPoint(fields: Parameters<typeof aPoint>[2] = {}) {
  const [conversation, unit, speaker] = [await aConversation(brm), await aUnit(), await aPerson()]
  await placed(speaker.personId, unit.id, "frontline")
  return { conversation, unit, speaker, point: await aPoint(brm, conversation.id, { personId: speaker.personId, ...fields }) }
}

async function promisesOf(feedbackId: string) {
  return database().selectFrom("commitment").innerJoin("element", "element.id", "commitment.id")
    .select(["element.id", "element.name", "element.archivedAt", "unitId", "ownerId", "dueOn", "consultationId"]).where("feedbackId", "=", feedbackId).execute()
}

describe("a promise made of a point", () => {
  it("belongs to who sees to the point, is to the unit it came from, and both records name each other", async () => {
    const { conversation, unit, point } = await aVoicedPoint()
    await answerPoint(brm, { ...accepted, id: point.id, ownerId: planner.personId, promise })
    const [made] = await promisesOf(point.id)
    expect(made).toMatchObject({ name: promise.name, unitId: unit.id, ownerId: planner.personId, dueOn, consultationId: conversation.id })
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toMatchObject([{ disposition: "accepted", ledTo: { id: made?.id, kind: "commitment" } }])
    expect(await originsOf(database(), made?.id ?? "")).toMatchObject([{ code: point.code, conversation: { id: conversation.id }, body: "The order screen stops around noon." }])
  })

  it("sent twice is one, and a refused one leaves no answer behind", async () => {
    const { conversation, point } = await aVoicedPoint()
    await expect(answerPoint(brm, { ...accepted, id: point.id, promise: { ...promise, dueOn: "2020-01-01" } })).rejects.toThrow("due in the past")
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toMatchObject([{ state: "heard", disposition: null }])
    const operationId = newId()
    for (let sent = 0; sent < 2; sent++) await answerPoint(brm, { ...accepted, id: point.id, promise, operationId })
    expect(await promisesOf(point.id)).toHaveLength(1)
  })

  it("goes with the answer when that is undone", async () => {
    const { conversation, point } = await aVoicedPoint()
    const { operationId } = await answerPoint(brm, { ...accepted, id: point.id, promise })
    const entries = await readHistory(database(), { operationId })
    expect(entries[0]).toMatchObject({ recordKind: "commitment", action: "created" })
    const of = (kind: string) => ({ entries: entries.filter(({ recordKind }) => recordKind === kind), operationId: newId() })
    await restoreFeedback(brm, of("feedback"))
    await restoreCommitments(brm, of("commitment"))
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toMatchObject([{ state: "heard", ledTo: null }])
    expect((await promisesOf(point.id))[0]?.archivedAt).not.toBeNull()
  })

  it("of a confidential point names neither its words, its voice nor its unit", async () => {
    const { conversation, point } = await aVoicedPoint({ confidentiality: "confidential", body: "Worried about the desk." })
    await answerPoint(brm, { ...accepted, id: point.id, promise })
    const [made] = await promisesOf(point.id)
    expect(made?.unitId).toBeNull()
    expect(await originsOf(database(), made?.id ?? "")).toEqual([{ code: point.code, conversation: expect.objectContaining({ id: conversation.id }), body: null }])
  })

  it("is no longer named once the point was taken back", async () => {
    const { point } = await aVoicedPoint()
    await answerPoint(brm, { ...accepted, id: point.id, promise })
    const [made] = await promisesOf(point.id)
    await withdrawPoint(brm, { id: point.id })
    expect(await originsOf(database(), made?.id ?? "")).toEqual([])
  })
})

describe("an initiative made of a point", () => {
  it("starts as an idea, by whoever may plan", async () => {
    const { conversation, point } = await aVoicedPoint()
    await expect(answerPoint(brm, { ...accepted, id: point.id, initiative: { name: "Second screen" } })).rejects.toThrow(ForbiddenError)
    await answerPoint(planner, { ...accepted, id: point.id, initiative: { name: "Second screen" } })
    const { points: [seen] } = await pointsOf(null, { consultationId: conversation.id })
    expect(seen?.ledTo).toMatchObject({ kind: "initiative", name: "Second screen" })
    const row = await database().selectFrom("initiative").select("status").where("id", "=", seen?.ledTo?.id ?? "").executeTakeFirst()
    expect(row?.status).toBe("idea")
  })

  it("takes the place of the record it led to before, and is not made beside another", async () => {
    const [{ conversation, point }, work, other] = [await aVoicedPoint(), await anInitiative(), await anInitiative()]
    await answerPoint(planner, { ...accepted, id: point.id, ledToId: work.id })
    await expect(answerPoint(planner, { ...accepted, version: 2, id: point.id, ledToId: other.id, initiative: { name: "Second screen" } })).rejects.toThrow("leads to one thing")
    await answerPoint(planner, { ...accepted, version: 2, id: point.id, ledToId: work.id, initiative: { name: "Second screen" } })
    expect((await pointsOf(null, { consultationId: conversation.id })).points[0]?.ledTo?.name).toBe("Second screen")
  })

  it("or a promise is not for somebody who merely answers", async () => {
    const answerer = await aPerson({ roles: ["viewer"] })
    const { point } = await aVoicedPoint({ ownerId: answerer.personId })
    await expect(answerPoint(answerer, { ...accepted, id: point.id, promise })).rejects.toThrow(ForbiddenError)
    await answerPoint(answerer, { ...accepted, id: point.id })
  })
})

describe("the form", () => {
  const sent = { operationId: newId(), version: "1", disposition: "accepted", reason: "" }
  it("asks for the day of a promise and for its words, and makes nothing of blanks", () => {
    expect(pointAnswer.safeParse({ ...sent, promiseName: "Phones" }).error?.issues).toMatchObject([{ path: ["promiseDueOn"] }])
    expect(pointAnswer.safeParse({ ...sent, promiseDueOn: dueOn }).error?.issues).toMatchObject([{ path: ["promiseName"] }])
    expect(pointAnswer.parse({ ...sent, promiseName: " ", promiseOwnerId: "", promiseDueOn: "", initiativeName: "" })).toMatchObject({ promise: null, initiative: null })
  })
})
