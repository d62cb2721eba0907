// "You said, we did" of a person and of a unit: as far as the reader may read, with a text that holds no confidence.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { answerPoint, withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { loopClosure } from "~/features/consultations/feedback-loop"
import { loopPoints } from "~/features/consultations/feedback.queries.server"
import { saidBy } from "~/features/consultations/said-and-did.server"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"
import { aConversation, aPoint, counted, placed } from "../../../support/conversation-builders"

let brm: SignedInActor, viewer: SignedInActor, speaker: SignedInActor, unitId: string
const about = { name: "Ines Okafor", timeZone: "UTC" }
const bodies = (said: { points: readonly { body: string }[] }) => said.points.map(({ body }) => body).sort()

beforeAll(async () => {
  await aCompany()
  ;[brm, viewer, speaker] = [await aPerson({ roles: ["brm"] }), await aPerson({ roles: ["viewer"] }), await aPerson()]
  unitId = (await aUnit()).id
  await placed(speaker.personId, unitId, "frontline")
  await counted(unitId, "frontline", 8)
  const { id } = await aConversation(brm)
  const say = (body: string, confidentiality: "named" | "role only" | "confidential") => aPoint(brm, id, { personId: speaker.personId, body, confidentiality })
  const open = await say("Open.", "named")
  await say("Without a name.", "role only")
  await say("In confidence.", "confidential")
  await withdrawPoint(brm, { id: (await say("By mistake.", "named")).id })
  await answerPoint(brm, { id: open.id, version: 1, disposition: "accepted", reason: "Before go-live.", deferredUntil: null })
})

it("of a person, a reader of all sees all of it, and somebody else only what has their name", async () => {
  expect(bodies(await saidBy(brm, { personId: speaker.personId }, about))).toEqual(["In confidence.", "Open.", "Without a name."])
  expect(bodies(await saidBy(viewer, { personId: speaker.personId }, about))).toEqual(["Open."])
})

it("of a unit, everybody sees what may be known to come from it, and the loop counts just that", async () => {
  expect(bodies(await saidBy(viewer, { unitId }, about))).toEqual(["Open.", "Without a name."])
  expect(bodies(await saidBy(brm, { unitId }, about))).toContain("In confidence.")
  expect(loopClosure(await loopPoints(database(), { unitId }))).toMatchObject({ points: 2, answered: 1, toldBack: 0 })
})

it("the text tells what became of it and holds nothing said in confidence, whoever makes it", async () => {
  const { text, toTell } = await saidBy(brm, { personId: speaker.personId }, about)
  expect(text).toContain("You said: Open.\nWe did: We will. Before go-live.")
  expect(text).not.toContain("In confidence.")
  expect(toTell).toHaveLength(1)
  expect((await saidBy(viewer, { personId: speaker.personId }, about)).toTell).toEqual([])
})
