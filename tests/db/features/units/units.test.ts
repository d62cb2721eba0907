// Units: a tree without circles, headcounts that two people fill in at once, archiving that leaves no orphan, and undo.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { listAsk } from "~/features/elements/list"
import { unitList } from "~/features/units/unit-list"
import { listUnits, unitsForFile } from "~/features/units/unit-list.queries.server"
import { archiveUnits, createUnit, restoreUnits, updateUnit } from "~/features/units/units.commands.server"
import { findUnit } from "~/features/units/units.queries.server"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"

let planner: SignedInActor
beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ roles: ["planner"] })
})

it("refuses a unit below itself, below an unknown one and by somebody who may not", async () => {
  const top = await aUnit()
  const below = await aUnit({ parentId: top.id })
  await expect(updateUnit(planner, { id: top.id, version: 1, parentId: below.id })).rejects.toThrow("part of itself")
  await expect(createUnit(planner, { name: "Lost", parentId: planner.personId })).rejects.toThrow("is not here")
  await expect(createUnit(await aPerson({ roles: ["contributor"] }), { name: "Mine" })).rejects.toThrow("Only a planner")
})

it("keeps both numbers when two people fill in two role levels, and asks when both changed one", async () => {
  const unit = await aUnit()
  await updateUnit(planner, { id: unit.id, version: 1, frontline: 40 })
  await updateUnit(planner, { id: unit.id, version: 1, manager: 3 })
  expect((await findUnit(database(), unit.code)).headcount).toEqual({ frontline: 40, specialist: null, manager: 3, executive: null, external: null })
  await expect(updateUnit(planner, { id: unit.id, version: 1, manager: 4 })).rejects.toThrow("changed the same thing")
  await expect(updateUnit(planner, { id: unit.id, version: 3, manager: -1 })).rejects.toThrow("whole number")
})

it("archives a unit only together with its parts, and restores it only below a live one", async () => {
  const top = await aUnit()
  const below = await aUnit({ parentId: top.id })
  await expect(archiveUnits(planner, { ids: [top.id], archived: true })).rejects.toThrow("One unit is part of it")
  expect(await archiveUnits(planner, { ids: [top.id, below.id], archived: true })).toMatchObject({ count: 2 })
  await expect(archiveUnits(planner, { ids: [below.id], archived: false })).rejects.toThrow("Restore that first")
  expect(await archiveUnits(planner, { ids: [top.id, below.id], archived: false })).toMatchObject({ count: 2 })
})

it("takes an edit back, leaves what changed since, and archives what was created", async () => {
  const unit = await aUnit({ name: "Sales" })
  const edit = await updateUnit(planner, { id: unit.id, version: 1, name: "Selling", frontline: 12 })
  const entries = await readHistory(database(), { operationId: edit.operationId })
  expect(await restoreUnits(planner, { entries })).toMatchObject({ undone: 1, left: [] })
  expect(await findUnit(database(), unit.code)).toMatchObject({ name: "Sales", headcount: { frontline: null } })
  expect(await restoreUnits(planner, { entries })).toMatchObject({ undone: 0, left: [unit.id] })

  const made = await createUnit(planner, { name: "Passing" })
  await restoreUnits(planner, { entries: await readHistory(database(), { operationId: made.operationId }) })
  expect((await findUnit(database(), made.code)).archivedAt).not.toBeNull()
})

it("lists the tree from the top down with what stands below each unit", async () => {
  const company = await aUnit({ name: "Zulu group" })
  const sales = await createUnit(planner, { name: "Zulu sales", parentId: company.id, frontline: 10, manager: 2 })
  await createUnit(planner, { name: "Zulu shops", parentId: sales.id, frontline: 30 })
  const ask = listAsk(new URLSearchParams("q=zulu shops"), unitList)
  const { rows } = await listUnits(database(), ask)
  expect(rows.map((row) => [row.name, row.depth, row.whole.total])).toEqual([["Zulu group", 0, 42], ["Zulu sales", 1, 42], ["Zulu shops", 2, 30]])
  const portions = []
  for await (const portion of unitsForFile(database(), ask)) portions.push(...portion)
  expect(portions).toHaveLength(3)
})
