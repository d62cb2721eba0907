// Nothing is approved before the affected were heard and had a fair chance, unless a planner says why, under their name.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { createLink } from "~/features/elements/links.commands.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { gatesOf, waiversInForce, waiversOf } from "~/features/gates/gates.queries.server"
import { restoreInitiatives } from "~/features/gates/initiatives.undo.server"
import { archiveInitiatives } from "~/features/initiatives/initiatives.commands.server"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { aCompany, anInitiative, aPerson, aUnit, approved, thePreparer, type Made, type SignedInActor } from "../../../support/builders"
import { askedFairly, counted } from "../../../support/conversation-builders"

let planner: SignedInActor
let owner: SignedInActor
let warehouse: Made
const db = database()
const undo = async (actor: SignedInActor, operationId: string) => restoreInitiatives(actor, { entries: await readHistory(db, { operationId }) })
const reason = "The old till stops working on Monday."

beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ name: "Paula Planner", roles: ["planner"] })
  owner = await aPerson({ roles: ["contributor"] })
  warehouse = await aUnit({ name: "Warehouse" })
  await counted(warehouse.id, "frontline", 20)
})

async function affecting(): Promise<Made> {
  const made = await anInitiative()
  await createLink(thePreparer, { fromId: made.id, relation: "affects", toId: warehouse.id })
  return made
}

describe("approval", () => {
  it("is refused with what is missing and where to mend it", async () => {
    const { id, code } = await affecting()
    const refused = setStage(planner, { ids: [id], to: "approved" })
    await expect(refused).rejects.toThrow(`(${code}) cannot be approved yet. Heard 0 of 1 affected group, 0 % by headcount. Missing: Warehouse, front line.`)
    await expect(refused).rejects.toThrow("Start a conversation about it")
    await expect(refused).rejects.toMatchObject({ field: "waiver" })
    expect(await findInitiative(db, code)).toMatchObject({ status: "idea", version: 1 })
  })

  it("names the conversation that there is, and what of the fair chance is missing", async () => {
    const { id } = await affecting()
    const talk = await askedFairly(planner, id, warehouse.id, [owner.personId])
    await expect(setStage(planner, { ids: [id], to: "approved" })).rejects.toThrow(`Heard 0 of 1 affected group, 50 % by headcount. Missing: Warehouse, front line. Go on in ${talk}`)
    await writableDatabase().updateTable("consultation").set({ openedAt: new Date(Date.now() - 8 * 86_400_000) }).where("id", "=", (await gatesOf(db, [id], new Date())).get(id)?.conversations[0]?.id ?? "").execute()
    await expect(setStage(planner, { ids: [id], to: "in progress" })).rejects.toThrow("Open for 8 of 10 days.")
  })

  it("of what everybody affected was fairly asked about needs no waiver, and keeps none", async () => {
    const { id, code } = await affecting()
    await askedFairly(planner, id, warehouse.id, [owner.personId, planner.personId])
    await setStage(planner, { ids: [id], to: "approved", waiver: reason })
    expect((await findInitiative(db, code)).status).toBe("approved")
    expect(await waiversOf(db, [id])).toEqual(new Map())
  })

  it("is asked for by steps into approved work alone", async () => {
    const { id } = await affecting()
    await setStage(planner, { ids: [id], to: "proposed" })
    await approved(planner, { ids: [id] })
    await setStage(planner, { ids: [id], to: "in progress" })
    expect((await waiversOf(db, [id])).get(id)).toHaveLength(1)
  })

  it("of what is archived is refused for that, whatever the waiver says", async () => {
    const { id } = await affecting()
    await archiveInitiatives(planner, { ids: [id], archived: true })
    await expect(approved(planner, { ids: [id] })).rejects.toMatchObject({ field: "to" })
  })
})

describe("a waiver", () => {
  it("has its reason, what was missing, the name and the time, and is in the history of the step", async () => {
    const { id } = await affecting()
    const { operationId } = await setStage(planner, { ids: [id], to: "approved", waiver: `  ${reason} ` })
    expect((await waiversOf(db, [id])).get(id)).toMatchObject([{ reason, by: "Paula Planner", lacking: "Heard 0 of 1 affected group, 0 % by headcount. Missing: Warehouse, front line. No conversation about it was opened." }])
    const [entry] = await readHistory(db, { operationId })
    expect(entry?.fields).toEqual(expect.arrayContaining([{ field: "waiver", before: null, after: reason }, { field: "status", before: "idea", after: "approved" }]))
  })

  it("is given by planners alone, and a blank one is none", async () => {
    const { id } = await affecting()
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "accountable" })
    await expect(setStage(owner, { ids: [id], to: "approved", waiver: reason })).rejects.toThrow(/Only a planner/)
    await expect(setStage(planner, { ids: [id], to: "approved", waiver: " " })).rejects.toThrow(/cannot be approved yet/)
  })

  it("of many is kept for those whose gate is shut; all or none without it, the first few named", async () => {
    const many = [await affecting(), await affecting(), await affecting(), await affecting(), await affecting()]
    const fair = await affecting()
    await askedFairly(planner, fair.id, warehouse.id, [owner.personId, planner.personId])
    const ids = [...many, fair].map(({ id }) => id)
    await expect(setStage(planner, { ids, to: "approved" })).rejects.toThrow(/(cannot be approved yet.*){3}And 2 more\.$/)
    await setStage(planner, { ids, to: "approved", waiver: reason })
    expect([...(await waiversOf(db, ids)).keys()].sort()).toEqual(many.map(({ id }) => id).sort())
  })

  it("goes with the undone approval, and the approval does not come back without one", async () => {
    const { id, code } = await affecting()
    const step = await setStage(planner, { ids: [id], to: "approved", waiver: reason })
    const back = await undo(planner, step.operationId)
    expect((await findInitiative(db, code)).status).toBe("idea")
    expect(await waiversOf(db, [id])).toEqual(new Map())
    await expect(undo(planner, back.operationId)).rejects.toThrow(/cannot be approved yet/)
  })

  it("still stands where a later step is undone; without one the gate is passed again", async () => {
    const [waived, imported] = [await affecting(), await affecting()]
    await approved(planner, { ids: [waived.id] })
    const cancelled = await setStage(planner, { ids: [waived.id], to: "cancelled" })
    await undo(planner, cancelled.operationId)
    expect((await findInitiative(db, waived.code)).status).toBe("approved")
    await writableDatabase().updateTable("initiative").set({ status: "approved" }).where("id", "=", imported.id).execute()
    const step = await setStage(planner, { ids: [imported.id], to: "cancelled" })
    await expect(undo(planner, step.operationId)).rejects.toThrow(/cannot be approved yet/)
  })

  it("is listed while its initiative is approved work, the latest of each", async () => {
    const { id } = await affecting()
    await approved(planner, { ids: [id] })
    await setStage(planner, { ids: [id], to: "idea" })
    const listed = async () => (await waiversInForce(db)).filter(({ subjectId }) => subjectId === id)
    expect(await listed()).toEqual([])
    await setStage(planner, { ids: [id], to: "approved", waiver: reason })
    expect(await listed()).toMatchObject([{ reason, about: { id, kind: "initiative" } }])
    await archiveInitiatives(planner, { ids: [id], archived: true })
    expect(await listed()).toEqual([])
  })
})

it("what was approved before there were gates stays, and goes on", async () => {
  const { id, code } = await affecting()
  await writableDatabase().updateTable("initiative").set({ status: "approved" }).where("id", "=", id).execute()
  await setStage(planner, { ids: [id], to: "in progress" })
  expect((await findInitiative(db, code)).status).toBe("in progress")
})
