// Confidential points are read by their readers alone: in the database itself, through every query, and never in the history.

import { sql } from "kysely"
import { beforeAll, describe, expect, it } from "vitest"
import { database, readAs, readRowsAs, writableDatabase, type ReadDb } from "~/core/database.server"
import { ForbiddenError, NotFoundError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Role } from "~/core/policy"
import { answerPoint, changePoint, confirmPoint, nameReaders, tellBack, withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { pointsOf } from "~/features/consultations/feedback.queries.server"
import { restoreFeedback } from "~/features/consultations/feedback.undo.server"
import { readHistory } from "~/core/record-history.server"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"
import { aConversation, aPoint, counted, placed } from "../../../support/conversation-builders"

const canary = "kingfisher-7731"
let author: SignedInActor, owner: SignedInActor, named: SignedInActor, others: SignedInActor[]

beforeAll(async () => {
  await aCompany()
  ;[author, owner, named] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] })]
  others = []
  for (const role of ["viewer", "contributor", "brm", "planner", "admin"] as const satisfies readonly Role[]) others.push(await aPerson({ roles: [role] }))
})

const words = (db: ReadDb) => db.selectFrom("feedbackWords").select("body").where("body", "like", `%${canary}%`)
const voiceOf = (db: ReadDb, id: string) => db.selectFrom("feedbackVoice").select("personId").where("feedbackId", "=", id)
const ways = [
  {
    way: "in a transaction", bodies: (personId: string | null) => readAs(personId, (db) => words(db).execute()),
    voices: (personId: string | null, id: string) => readAs(personId, (db) => voiceOf(db, id).execute()),
  },
  {
    way: "in one statement", bodies: (personId: string | null) => readRowsAs(personId, words(database())),
    voices: (personId: string | null, id: string) => readRowsAs(personId, voiceOf(database(), id)),
  },
]

async function aSecret() {
  const conversation = await aConversation(owner)
  const point = await aPoint(author, conversation.id, { confidentiality: "confidential", body: `Worried ${canary}`, personId: others[0]?.personId, readerIds: [named.personId] })
  return { conversation, point }
}

describe("the database", () => {
  it("runs the app as the role that the rules hold for", async () => {
    const { rows } = await sql<{ who: string }>`select current_user as who`.execute(writableDatabase())
    expect(rows[0]?.who).toBe("app_rw")
  })

  it("lets nobody else change them either", async () => {
    const { point } = await aSecret()
    const done = await writableDatabase().updateTable("feedbackWords").set({ body: "gone" }).where("feedbackId", "=", point.id).executeTakeFirst()
    expect(Number(done.numUpdatedRows)).toBe(0)
  })
})

describe.each(ways)("the database, read $way,", ({ bodies, voices }) => {
  it("shows words and voice to author, owner and named readers, and to nobody else whatever their role", async () => {
    const { point } = await aSecret()
    for (const reader of [author, owner, named]) {
      expect((await bodies(reader.personId)).length).toBeGreaterThan(0)
      expect(await voices(reader.personId, point.id)).toEqual([{ personId: others[0]?.personId }])
    }
    for (const stranger of [...others.map(({ personId }) => personId), null]) {
      expect(await bodies(stranger)).toEqual([])
      expect(await voices(stranger, point.id)).toEqual([])
    }
  })

  it("shows nothing without a reader, and does not remember the last one", async () => {
    await aSecret()
    await bodies(author.personId)
    expect(await words(database()).execute()).toEqual([])
  })

  it("mixes up no two who read at once", async () => {
    await aSecret()
    const read = await Promise.all(Array.from({ length: 20 }, (_, at) => bodies((at % 2 === 0 ? author : others[at % 5])?.personId ?? null)))
    expect(read.map((rows) => rows.length > 0)).toEqual(Array.from({ length: 20 }, (_, at) => at % 2 === 0))
  })
})

describe("queries and commands", () => {
  it("count what the reader may not read", async () => {
    const { conversation } = await aSecret()
    const asked = (personId: string) => pointsOf(personId, { consultationId: conversation.id })
    expect(await asked(author.personId)).toMatchObject({ points: [{ body: `Worried ${canary}`, readers: [{ id: named.personId }] }], confidential: 0 })
    for (const other of others) expect(await asked(other.personId)).toEqual({ points: [], confidential: 1 })
    expect(await pointsOf(null, { consultationId: conversation.id })).toEqual({ points: [], confidential: 1 })
  })

  it("do not even count them on the page of whom they came from", async () => {
    await aSecret()
    expect(await pointsOf(others[4]?.personId ?? null, { personId: others[0]?.personId ?? "" })).toEqual({ points: [], confidential: 0 })
  })

  it("say to strangers, administrators too, that it is not there", async () => {
    const { point } = await aSecret()
    for (const stranger of others) {
      const answer = { id: point.id, version: 1, disposition: "noted" as const, reason: "", deferredUntil: null }
      for (const tried of [
        () => answerPoint(stranger, answer), () => changePoint(stranger, { id: point.id, version: 1, confidentiality: "named" }), () => tellBack(stranger, { ids: [point.id] }),
        () => confirmPoint(stranger, { id: point.id }), () => withdrawPoint(stranger, { id: point.id }), () => nameReaders(stranger, { id: point.id, personIds: [stranger.personId] }),
      ]) await expect(tried()).rejects.toThrow(NotFoundError)
    }
  })

  it("work for readers as for any point", async () => {
    const { point } = await aSecret()
    await answerPoint(owner, { id: point.id, version: 1, disposition: "accepted", reason: `We care ${canary}`, deferredUntil: null })
    await tellBack(author, { ids: [point.id] })
    await expect(confirmPoint(named, { id: point.id })).rejects.toThrow(ForbiddenError)
    await confirmPoint(author, { id: point.id })
    const rows = await database().selectFrom("feedback").select(["disposition", "version"]).where("id", "=", point.id).executeTakeFirst()
    expect(rows).toEqual({ disposition: "accepted", version: 4 })
  })

  it("let whom it is given to answer read it", async () => {
    const { conversation } = await aSecret()
    const point = await aPoint(author, conversation.id, { confidentiality: "confidential", body: "Quiet.", ownerId: others[1]?.personId })
    const read = await pointsOf(others[1]?.personId ?? null, { consultationId: conversation.id })
    expect(read.points.map(({ id }) => id)).toEqual([point.id])
  })

  it("name other readers in place of those before", async () => {
    const { point } = await aSecret()
    await nameReaders(named, { id: point.id, personIds: [others[2]?.personId ?? ""] })
    const voices = (personId: string | null) => readRowsAs(personId, voiceOf(database(), point.id))
    expect(await voices(named.personId)).toEqual([])
    expect(await voices(others[2]?.personId ?? null)).toHaveLength(1)
  })
})

describe("the history", () => {
  const everything = async () => JSON.stringify([
    await database().selectFrom("change").select(["fields", "about"]).execute(), await database().selectFrom("changeText").select(["before", "after"]).execute(),
    await database().selectFrom("operation").select(["outcome"]).execute(),
  ])

  it("holds neither words nor names of a confidential point, in whatever is done to it", async () => {
    const { point } = await aSecret()
    await changePoint(author, { id: point.id, version: 1, body: `Still ${canary}`, kind: "objection" })
    await answerPoint(owner, { id: point.id, version: 2, disposition: "rejected", reason: `No ${canary}`, deferredUntil: null, ownerId: named.personId })
    expect(await everything()).not.toContain(canary)
    const entries = (await database().selectFrom("change").select(["fields", "about"]).where("recordId", "=", point.id).execute())
    expect(entries).toHaveLength(3)
    expect(JSON.stringify(entries)).toContain("changed")
    for (const person of [named, ...others]) expect(JSON.stringify(entries)).not.toContain(person.personId)
  })

  it("gives up the words it has when a point becomes confidential", async () => {
    const conversation = await aConversation(owner)
    const point = await aPoint(author, conversation.id, { body: "plain magpie-20", personId: others[0]?.personId })
    await changePoint(author, { id: point.id, version: 1, body: "plainer magpie-21" })
    expect(await everything()).toContain("magpie-2")
    await changePoint(author, { id: point.id, version: 2, confidentiality: "confidential" })
    expect(await everything()).not.toContain("magpie-2")
    expect(await everything()).not.toContain(`"personId":"${others[0]?.personId}`)
  })

  it("gives an answer back without needing its words, and refuses what would need them", async () => {
    const { point } = await aSecret()
    const answer = await answerPoint(owner, { id: point.id, version: 1, disposition: "rejected", reason: "No.", deferredUntil: null })
    await restoreFeedback(author, { entries: await readHistory(database(), { operationId: answer.operationId }) })
    expect(await database().selectFrom("feedback").select(["disposition", "answeredAt"]).where("id", "=", point.id).executeTakeFirst()).toEqual({ disposition: null, answeredAt: null })
    const change = await changePoint(author, { id: point.id, version: 3, body: "Other words." })
    await expect(restoreFeedback(author, { entries: await readHistory(database(), { operationId: change.operationId }) })).rejects.toThrow("keeps no words")
  })
})

describe("a point with unit and role level only", () => {
  it("hides its name from all but its readers, and its stratum where that has under five people", async () => {
    const [conversation, unit, speaker] = [await aConversation(owner), await aUnit(), await aPerson()]
    await placed(speaker.personId, unit.id, "frontline")
    await counted(unit.id, "frontline", 4)
    const seen = async (who: SignedInActor) => (await pointsOf(who.personId, { consultationId: conversation.id })).points.map(({ voice, unit: of, roleLevel }) => [voice?.id ?? null, of?.id ?? null, roleLevel])
    await aPoint(author, conversation.id, { confidentiality: "role only", personId: speaker.personId })
    expect(await seen(others[4] ?? author)).toEqual([[null, null, null]])
    expect(await seen(owner)).toEqual([[speaker.personId, unit.id, "frontline"]])
    await counted(unit.id, "frontline", 5)
    await aPoint(author, conversation.id, { id: newId(), confidentiality: "role only", personId: speaker.personId })
    expect((await seen(others[4] ?? author))[1]).toEqual([null, unit.id, "frontline"])
  })
})

describe("changing what was said", () => {
  it("is for whoever raised it too, in words and kind, not for who sees to it", async () => {
    const [conversation, speaker, stranger] = [await aConversation(owner), await aPerson({ roles: ["viewer"] }), await aPerson({ roles: ["viewer"] })]
    const point = await aPoint(author, conversation.id, { personId: speaker.personId })
    await expect(changePoint(stranger, { id: point.id, version: 1, body: "Not mine." })).rejects.toThrow(ForbiddenError)
    await expect(changePoint(speaker, { id: point.id, version: 1, ownerId: speaker.personId })).rejects.toThrow(ForbiddenError)
    const { operationId } = await changePoint(speaker, { id: point.id, version: 1, body: "It stops at one.", kind: "need" })
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toMatchObject([{ body: "It stops at one.", kind: "need" }])
    await restoreFeedback(speaker, { entries: await readHistory(database(), { operationId }), operationId: newId() })
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toMatchObject([{ body: "The order screen stops around noon.", kind: "concern" }])
  })

  it("taken back by whoever raised it counts nowhere, is changed no more, and returns by undo", async () => {
    const [conversation, speaker] = [await aConversation(owner), await aPerson({ roles: ["viewer"] })]
    const point = await aPoint(author, conversation.id, { personId: speaker.personId })
    const { operationId } = await withdrawPoint(speaker, { id: point.id })
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toEqual([])
    await expect(changePoint(speaker, { id: point.id, version: 2, body: "Still." })).rejects.toThrow("taken back")
    await restoreFeedback(speaker, { entries: await readHistory(database(), { operationId }), operationId: newId() })
    expect((await pointsOf(null, { consultationId: conversation.id })).points).toHaveLength(1)
  })

  it("by somebody who may not know the voice keeps unit and role level as they are shown, and never opens the voice", async () => {
    const [conversation, unit, speaker, planner] = [await aConversation(owner), await aUnit(), await aPerson(), await aPerson({ roles: ["planner"] })]
    await placed(speaker.personId, unit.id, "frontline")
    await counted(unit.id, "frontline", 8)
    const point = await aPoint(author, conversation.id, { personId: speaker.personId, confidentiality: "role only" })
    await changePoint(planner, { id: point.id, version: 1, body: "It stops at one." })
    const { points: [seen] } = await pointsOf(planner.personId, { consultationId: conversation.id })
    expect(seen).toMatchObject({ body: "It stops at one.", unit: { id: unit.id }, roleLevel: "frontline", voice: null, voiceKnown: false })
    await expect(changePoint(planner, { id: point.id, version: 2, confidentiality: "named" })).rejects.toThrow("not shown to you")
    await changePoint(author, { id: point.id, version: 2, confidentiality: "named" })
    expect((await pointsOf(planner.personId, { consultationId: conversation.id })).points).toMatchObject([{ voice: { id: speaker.personId } }])
  })
})
