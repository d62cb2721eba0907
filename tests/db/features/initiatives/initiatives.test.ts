// Initiatives through the door: planned, changed by two people, reported on, linked and archived many at once.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { linkToGoal } from "~/features/initiatives/contributions.commands.server"
import { archiveInitiatives, createInitiative, reportStatus, updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { findInitiative, headcountsOf, reportsOf } from "~/features/initiatives/initiatives.queries.server"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"

let planner: SignedInActor
let owner: SignedInActor
let viewer: SignedInActor
const db = database()
const onTrack = { scheduleHealth: "on track", costHealth: "at risk", scopeHealth: "not reported", progress: 40, healthNote: "Supplier is late.", nextReportOn: null } as const

beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ name: "Paula Planner", roles: ["planner"] })
  owner = await aPerson({ name: "Olaf Owner", roles: ["contributor"] })
  viewer = await aPerson({ roles: ["viewer"] })
})

describe("a plan", () => {
  it("is kept whole, budget by year included, with its history", async () => {
    const made = await createInitiative(planner, { name: " New web shop ", startsOn: "2026-12-01", endsOn: "2027-03-31", budget: { "2026": "320000.00", "2027": "0.00" } })
    const found = await findInitiative(db, made.code)
    expect(found).toMatchObject({ name: "New web shop", status: "idea", confidence: "might", startsOn: "2026-12-01", budget: { "2026": "320000.00", "2027": "0.00" }, version: 1 })
    const [entry] = await readHistory(db, { operationId: made.operationId })
    expect(entry?.fields).toContainEqual({ field: "budget-2026", before: null, after: "320000.00" })
  })

  it("is made once when the form arrives twice", async () => {
    const operationId = newId()
    const first = await createInitiative(planner, { name: "Twice", operationId })
    expect((await createInitiative(planner, { name: "Twice", operationId })).id).toBe(first.id)
    await expect(createInitiative(planner, { name: "Other", operationId })).rejects.toThrow(/already sent/)
  })

  it("is for planners to make and for its owner to change", async () => {
    await expect(createInitiative(owner, { name: "Mine" })).rejects.toThrow(/planner/)
    const { id, code } = await anInitiative()
    await expect(updateInitiative(owner, { id, version: 1, summary: "New words" })).rejects.toThrow(/owner/)
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "accountable" })
    await updateInitiative(owner, { id, version: 1, summary: "New words", budget: { "2026": "5.00" } })
    expect(await findInitiative(db, code)).toMatchObject({ summary: "New words", budget: { "2026": "5.00" }, version: 2 })
    await expect(updateInitiative(viewer, { id, version: 2, summary: "x" })).rejects.toThrow(/owner/)
  })

  it("never takes a stage on the side", async () => {
    const { id } = await anInitiative()
    const smuggled = { id, version: 1, status: "approved" }
    await expect(updateInitiative(planner, smuggled)).rejects.toThrow(/own button/)
  })

  it("refuses what cannot stand and writes nothing", async () => {
    const { id, code } = await anInitiative({ startsOn: "2027-01-01" })
    await expect(updateInitiative(planner, { id, version: 1, name: "Changed", endsOn: "2026-12-31" })).rejects.toMatchObject({ field: "endsOn" })
    expect((await findInitiative(db, code)).name).not.toBe("Changed")
  })

  it("merges what two people changed apart and asks where both changed one thing", async () => {
    const { id, code } = await anInitiative({ summary: "Old" })
    await updateInitiative(planner, { id, version: 1, endsOn: "2027-05-01" })
    await updateInitiative(thePreparer, { id, version: 1, summary: "New" })
    expect(await findInitiative(db, code)).toMatchObject({ summary: "New", endsOn: "2027-05-01", version: 3 })
    await expect(updateInitiative(planner, { id, version: 2, summary: "Mine" })).rejects.toMatchObject({ conflicts: [{ field: "summary", base: "Old", mine: "Mine", theirs: "New" }] })
  })

  it("says which posted fields were not touched, so that the choice does not write them back", async () => {
    const { id } = await anInitiative({ name: "Shop", summary: "Old" })
    await updateInitiative(planner, { id, version: 1, summary: "Theirs", endsOn: "2027-05-01" })
    const form = { id, version: 1, name: "Shop", summary: "Mine", endsOn: null, confidence: "likely" as const }
    await expect(updateInitiative(thePreparer, form)).rejects.toMatchObject({ conflicts: [{ field: "summary" }], untouched: ["name", "endsOn"] })
  })

  it("lets two people budget different years", async () => {
    const { id, code } = await anInitiative({ budget: { "2026": "1.00" } })
    await updateInitiative(planner, { id, version: 1, budget: { "2027": "2.00" } })
    await updateInitiative(thePreparer, { id, version: 1, budget: { "2026": null } })
    expect((await findInitiative(db, code)).budget).toEqual({ "2027": "2.00" })
    await expect(updateInitiative(planner, { id, version: 1, budget: { "2027": "3.00" } })).rejects.toMatchObject({ conflicts: [{ field: "budget-2027", theirs: "2.00" }] })
  })

  it("leaves no trace of an edit that changes nothing", async () => {
    const { id, code } = await anInitiative({ name: "Same" })
    const { operationId } = await updateInitiative(planner, { id, version: 1, name: "Same" })
    expect(await readHistory(db, { operationId })).toEqual([])
    expect((await findInitiative(db, code)).version).toBe(1)
  })
})

describe("reports", () => {
  it("show as the current state and stay in their list", async () => {
    const { id, code } = await anInitiative()
    await giveResponsibility(planner, { elementId: id, personId: owner.personId, role: "responsible" })
    await reportStatus(owner, { id, ...onTrack })
    await reportStatus(planner, { id, ...onTrack, costHealth: "on track", healthNote: "Solved.", progress: 60 })
    expect(await findInitiative(db, code)).toMatchObject({ costHealth: "on track", progress: 60, healthNote: "Solved.", version: 3 })
    expect((await reportsOf(db, id)).map(({ by, healthNote }) => [by, healthNote])).toEqual([["Paula Planner", "Solved."], ["Olaf Owner", "Supplier is late."]])
    await expect(reportStatus(viewer, { id, ...onTrack })).rejects.toThrow(/owner/)
  })
})

describe("many at once", () => {
  it("are linked to a goal, those linked already left alone", async () => {
    const goal = await aGoal()
    const [a, b] = [await anInitiative(), await anInitiative()]
    await linkToGoal(planner, { initiativeIds: [a.id], goalId: goal.id, strength: 9, reason: "same shop" })
    const result = await linkToGoal(planner, { initiativeIds: [b.id, a.id, b.id], goalId: goal.id, strength: 3, reason: "same shop" })
    expect(result).toMatchObject({ count: 1, already: 1 })
    expect((await linksOf(db, goal.id)).map(({ strength, isPrimary }) => [strength, isPrimary]).sort()).toEqual([[3, true], [9, true]])
    await expect(linkToGoal(owner, { initiativeIds: [a.id], goalId: goal.id, strength: 3, reason: "same shop" })).rejects.toThrow(/owner/)
  })

  it("are archived in one operation and counted", async () => {
    const made = [await anInitiative(), await anInitiative()]
    const ids = made.map(({ id }) => id)
    expect(await archiveInitiatives(planner, { ids, archived: true })).toMatchObject({ count: 2 })
    expect(await archiveInitiatives(planner, { ids, archived: true })).toMatchObject({ count: 0 })
    expect((await findInitiative(db, made[0]?.code ?? "")).archivedAt).not.toBeNull()
    await expect(archiveInitiatives(owner, { ids, archived: false })).rejects.toThrow(/planner/)
  })

  it("by two people at the same time wait for each other", async () => {
    const ids = (await Promise.all(Array.from({ length: 6 }, () => anInitiative()))).map(({ id }) => id)
    const both = await Promise.all([archiveInitiatives(planner, { ids, archived: true }), archiveInitiatives(thePreparer, { ids: [...ids].reverse(), archived: true })])
    expect(both.map(({ count }) => count).sort()).toEqual([0, 6])
  })
})

it("counts the people of a unit with those of its parts", async () => {
  const unit = await aUnit()
  expect(await headcountsOf(db, [unit.id])).toEqual(new Map())
})
