// What is the same for everybody on a conversation's tabs is read once for a version of the records, and anew after a command.

import { expect, it } from "vitest"
import { afterTab } from "~/features/consultations/feedback-after.server"
import { beforeTab } from "~/features/consultations/before.server"
import { duringTab } from "~/features/consultations/meeting-during.server"
import { aCompany, aPerson } from "../../../support/builders"
import { aConversation, aParticipant, aPoint } from "../../../support/conversation-builders"

const nothing = new URLSearchParams()

it("is the same object for two who may do the same, and another after somebody was put on the list", async () => {
  await aCompany()
  const [owner, one, other, asked] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] }), await aPerson({ roles: ["viewer"] }), await aPerson()]
  const conversation = await aConversation(owner)
  const first = await beforeTab(one, conversation.code, nothing)
  expect(await beforeTab(other, conversation.code, nothing)).toBe(first)
  expect((await beforeTab(owner, conversation.code, nothing)).mayRun).toBe(true)
  await aParticipant(conversation.id, asked.personId)
  expect((await beforeTab(one, conversation.code, nothing)).taking.map(({ person }) => person.id)).toEqual([asked.personId])
})

it("leaves each reader their own points, and names nobody who could see to an action until that is asked for", async () => {
  const [owner, stranger] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] })]
  const conversation = await aConversation(owner)
  await aPoint(owner, conversation.id, { body: "Told in confidence.", confidentiality: "confidential" })
  const [mine, theirs] = [await duringTab(owner, conversation.code, nothing), await duringTab(stranger, conversation.code, nothing)]
  expect(mine.notes.map(({ body }) => body)).toEqual(["Told in confidence."])
  expect(JSON.stringify(theirs)).not.toContain("Told in confidence.")
  expect(theirs.confidential).toBe(1)
  expect(mine.people).toBeNull()
  expect((await duringTab(owner, conversation.code, new URLSearchParams("choose=note-owner"))).people?.length).toBeGreaterThan(0)
})

it("gives everybody the same object of a point they see alike, and nobody that of a point which only some may read in full", async () => {
  const [owner, one, other, voice] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] }), await aPerson({ roles: ["viewer"] }), await aPerson()]
  const conversation = await aConversation(owner)
  await aParticipant(conversation.id, voice.personId)
  await aPoint(owner, conversation.id, { body: "For everybody.", confidentiality: "named", personId: voice.personId })
  await aPoint(owner, conversation.id, { body: "From the early shift.", confidentiality: "role only", personId: voice.personId })
  await aPoint(owner, conversation.id, { body: "Told in confidence.", confidentiality: "confidential", personId: voice.personId })
  const seenBy = async (reader: typeof owner) => {
    const { alike, apart } = await afterTab(reader, conversation.code, nothing)
    return new Map([...alike, ...apart.map(({ point }) => point)].map((point) => [point.body, point]))
  }
  const [owners, ones, others] = [await seenBy(owner), await seenBy(one), await seenBy(other)]
  expect([...owners.keys()]).toEqual(["For everybody.", "From the early shift.", "Told in confidence."])
  expect([...ones.keys()]).toEqual(["For everybody.", "From the early shift."])
  for (const body of ones.keys()) expect(others.get(body), body).toBe(ones.get(body))
  expect(ones.get("From the early shift.")?.voice).toBeNull()
  expect([...owners.values()].map((point) => "sameForAll" in point), "whoever runs it knows whose voice it was").toEqual([true, false, false])
})
