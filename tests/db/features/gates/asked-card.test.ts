// What an initiative's card says of each affected group: heard, invited and waited for, or missing.

import { beforeAll, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { groupKey } from "~/features/consultations/coverage"
import { createLink } from "~/features/elements/links.commands.server"
import { gateShown } from "~/features/gates/gate-shown.server"
import { aCompany, anInitiative, aPerson, aUnit, thePreparer, type Made, type SignedInActor } from "../../../support/builders"
import { aConversation, aParticipant, askedFairly, counted, placed } from "../../../support/conversation-builders"

let brm: SignedInActor
let sales: Made
let shop: Made
beforeAll(async () => {
  await aCompany()
  brm = await aPerson({ roles: ["brm"] })
  sales = await aUnit({ name: "Sales" })
  shop = await aUnit({ name: "Shop", parentId: sales.id })
  for (const level of ["frontline", "manager"] as const) await counted(sales.id, level, 2)
})

async function somebody(level: "frontline" | "manager", unitId: string): Promise<string> {
  const { personId } = await aPerson()
  await placed(personId, unitId, level)
  return personId
}

async function invite(consultationId: string, personId: string): Promise<void> {
  const part = await aParticipant(consultationId, personId)
  await writableDatabase().updateTable("participation").set({ invitedAt: new Date() }).where("id", "=", part).execute()
}

async function about(initiativeId: string): Promise<Made> {
  const talk = await aConversation(brm)
  await writableDatabase().insertInto("consultationSubject").values({ consultationId: talk.id, subjectId: initiativeId, subjectKind: "initiative", stageWhenOpened: "idea", createdAt: new Date() }).execute()
  return talk
}

const invitedTo = async (id: string) => (await gateShown(database(), id, { now: new Date(), timeZone: "Europe/Berlin" }))?.invited

it("counts who has an invitation and was not heard, also for the units above theirs", async () => {
  const { id } = await anInitiative()
  await createLink(thePreparer, { fromId: id, relation: "affects", toId: sales.id })
  const [manager, seller] = [await somebody("manager", sales.id), await somebody("frontline", shop.id)]
  await askedFairly(brm, id, sales.id, [await somebody("frontline", sales.id)])
  expect(await invitedTo(id)).toEqual({})
  const talk = await about(id)
  await aParticipant(talk.id, manager)
  expect(await invitedTo(id), "listed is not invited").toEqual({})
  await invite(talk.id, seller)
  const group = (unit: Made, roleLevel: "frontline") => groupKey({ unitId: unit.id, roleLevel })
  expect(await invitedTo(id)).toEqual({ [group(shop, "frontline")]: 1, [group(sales, "frontline")]: 1 })
  await writableDatabase().updateTable("participation").set({ heardAt: new Date(), heardHow: "response" }).where("personId", "=", seller).execute()
  expect(await invitedTo(id)).toEqual({})
})

it("counts nobody whose conversation has ended, or who was heard in another about the same", async () => {
  const { id } = await anInitiative()
  const [early, seller] = [await about(id), await somebody("frontline", sales.id)]
  await invite(early.id, seller)
  expect(Object.values((await invitedTo(id)) ?? {})).toEqual([1])
  await writableDatabase().updateTable("consultation").set({ state: "closed", closedAt: new Date() }).where("id", "=", early.id).execute()
  expect(await invitedTo(id)).toEqual({})
  const [one, other] = [await about(id), await about(id)]
  const twice = await somebody("manager", sales.id)
  await invite(one.id, twice)
  await aParticipant(other.id, twice, new Date())
  expect(await invitedTo(id)).toEqual({})
})
