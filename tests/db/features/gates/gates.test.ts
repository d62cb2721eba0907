// Stages change through the gate alone, and what was done to initiatives can be undone as one.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { restoreInitiatives } from "~/features/gates/initiatives.undo.server"
import { archiveInitiatives, reportStatus, updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { findInitiative, reportsOf } from "~/features/initiatives/initiatives.queries.server"
import { aCompany, anInitiative, aPerson, approved, thePreparer, type SignedInActor } from "../../../support/builders"

let planner: SignedInActor
let admin: SignedInActor
let owner: SignedInActor
const db = database()
const undo = async (actor: SignedInActor, operationId: string) => restoreInitiatives(actor, { entries: await readHistory(db, { operationId }) })

beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ name: "Paula Planner", roles: ["planner"] })
  admin = await aPerson({ roles: ["admin"] })
  owner = await aPerson({ roles: ["contributor"] })
})

describe("a stage", () => {
  it("is approved by planners alone; the owner takes the other steps", async () => {
    const { id, code } = await anInitiative()
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "accountable" })
    await setStage(owner, { ids: [id], to: "proposed" })
    await expect(setStage(owner, { ids: [id], to: "approved" })).rejects.toThrow(/Only a planner/)
    await expect(setStage(owner, { ids: [id], to: "in progress" })).rejects.toThrow(/Only a planner/)
    await expect(setStage(admin, { ids: [id], to: "approved" })).rejects.toThrow(/Only a planner/)
    await approved(planner, { ids: [id] })
    await setStage(owner, { ids: [id], to: "in progress" })
    expect(await findInitiative(db, code)).toMatchObject({ status: "in progress", version: 4 })
  })

  it("of many moves in one operation, all or none", async () => {
    const [a, b] = [await anInitiative(), await anInitiative()]
    const moved = await approved(planner, { ids: [b.id, a.id] })
    expect(moved.count).toBe(2)
    expect(await readHistory(db, { operationId: moved.operationId })).toHaveLength(2)
    await archiveInitiatives(planner, { ids: [a.id], archived: true })
    await expect(setStage(planner, { ids: [a.id, b.id], to: "on hold" })).rejects.toThrow(/archived/)
    expect((await findInitiative(db, b.code)).status).toBe("approved")
  })

  it("changed meanwhile by somebody else is not overwritten", async () => {
    const { id } = await anInitiative()
    await approved(planner, { ids: [id] })
    await expect(setStage(thePreparer, { ids: [id], to: "cancelled", version: 1 })).rejects.toMatchObject({ conflicts: [{ field: "status", mine: "cancelled", theirs: "approved" }] })
  })
})

describe("undo", () => {
  it("takes back an edit, a bulk step and a report, each as one", async () => {
    const [a, b] = [await anInitiative({ summary: "Before", budget: { "2026": "10.00" } }), await anInitiative()]
    const edit = await updateInitiative(planner, { id: a.id, version: 1, summary: "After", budget: { "2026": null } })
    await undo(planner, edit.operationId)
    expect(await findInitiative(db, a.code)).toMatchObject({ summary: "Before", budget: { "2026": "10.00" }, version: 3 })

    const step = await approved(planner, { ids: [a.id, b.id] })
    expect(await undo(planner, step.operationId)).toMatchObject({ undone: 2, left: [] })
    expect((await findInitiative(db, b.code)).status).toBe("idea")

    const report = await reportStatus(planner, { id: b.id, scheduleHealth: "off track", costHealth: "on track", scopeHealth: "on track", progress: 10, healthNote: "Late.", nextReportOn: null })
    await undo(planner, report.operationId)
    expect(await findInitiative(db, b.code)).toMatchObject({ scheduleHealth: "not reported", progress: null, healthNote: "", reportedOn: null })
    expect(await reportsOf(db, b.id)).toEqual([])
  })

  it("archives what was made and restores what was archived", async () => {
    const made = await anInitiative({}, planner)
    const { operationId } = await archiveInitiatives(planner, { ids: [made.id], archived: true })
    await undo(planner, operationId)
    expect((await findInitiative(db, made.code)).archivedAt).toBeNull()
    const [entry] = await readHistory(db, { recordId: made.id, sinceVersion: 0 })
    expect(entry?.action).toBe("created")
  })

  it("leaves and names what somebody changed since, and is for who may edit", async () => {
    const [a, b] = [await anInitiative(), await anInitiative()]
    const step = await approved(planner, { ids: [a.id, b.id] })
    await updateInitiative(planner, { id: a.id, version: 2, summary: "Since" })
    await expect(undo(owner, step.operationId)).rejects.toThrow(/owner/)
    expect(await undo(planner, step.operationId)).toMatchObject({ undone: 1, left: [a.id] })
    expect((await findInitiative(db, a.code)).status).toBe("approved")
  })

  it("of a cancelled step does not approve by the back door", async () => {
    const { id } = await anInitiative()
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "accountable" })
    await approved(planner, { ids: [id] })
    const step = await setStage(owner, { ids: [id], to: "cancelled" })
    await expect(undo(owner, step.operationId)).rejects.toThrow(/Only a planner/)
  })
})
