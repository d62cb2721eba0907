// Services and capabilities: lists with what they are tied to, gaps by id, undo.

import { beforeAll, expect, it } from "vitest"
import { archiveCapabilities, createCapability, restoreCapabilities, updateCapability } from "~/features/capabilities/capabilities.commands.server"
import { findCapability, hasCapabilities } from "~/features/capabilities/capabilities.queries.server"
import { capabilityList } from "~/features/capabilities/capability-list"
import { capabilitiesForFile, listCapabilities } from "~/features/capabilities/capability-list.queries.server"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { listAsk } from "~/features/elements/list"
import { createLink } from "~/features/elements/links.commands.server"
import { serviceList } from "~/features/services/service-list"
import { listServices, servicesForFile } from "~/features/services/service-list.queries.server"
import { createService, restoreServices, updateService } from "~/features/services/services.commands.server"
import { findService } from "~/features/services/services.queries.server"
import { aCompany, aGoal, aPerson, type SignedInActor } from "../../../support/builders"

let planner: SignedInActor
beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ roles: ["planner"] })
})

it("shows what a service supports, and puts those without a path first", async () => {
  const goal = await aGoal({ name: "Grow" })
  const ordering = await createService(planner, { name: "Ordering", ownerId: planner.personId })
  const printing = await createService(planner, { name: "Printing" })
  await createLink(planner, { fromId: ordering.id, relation: "supports", toId: goal.id })
  const { rows } = await listServices(database(), listAsk(new URLSearchParams(), serviceList), [printing.id])
  expect(rows.map((row) => [row.name, row.owner?.id ?? null, row.supports.map(({ name }) => name)])).toEqual([
    ["Printing", null, []], ["Ordering", planner.personId, ["Grow"]],
  ])
  for (const group of serviceList.groups)
    for (const sort of serviceList.sorts) await listServices(database(), listAsk(new URLSearchParams({ sort, group, goal: "G-1", unit: "none" }), serviceList), [printing.id])
  const portions = []
  for await (const portion of servicesForFile(database(), listAsk(new URLSearchParams("gap=yes"), serviceList), [printing.id])) portions.push(...portion)
  expect(portions.map((row) => row.name)).toEqual(["Printing"])
  const edit = await updateService(planner, { id: printing.id, version: 1, summary: "Paper for those who need it." })
  await restoreServices(planner, { entries: await readHistory(database(), { operationId: edit.operationId }) })
  expect((await findService(database(), printing.code)).summary).toBe("")
})

it("keeps capabilities as a tree that appears with the first one", async () => {
  expect(await hasCapabilities(database())).toBe(false)
  const sell = await createCapability(planner, { name: "Sell" })
  const price = await createCapability(planner, { name: "Set prices", parentId: sell.id })
  expect(await hasCapabilities(database())).toBe(true)
  await expect(updateCapability(planner, { id: sell.id, version: 1, parentId: price.id })).rejects.toThrow("part of itself")
  const { rows } = await listCapabilities(database(), listAsk(new URLSearchParams("q=prices"), capabilityList))
  expect(rows.map((row) => [row.name, row.depth])).toEqual([["Sell", 0], ["Set prices", 1]])
  const archived = await archiveCapabilities(planner, { ids: [price.id], archived: true })
  expect((await listCapabilities(database(), listAsk(new URLSearchParams("archived=yes"), capabilityList))).rows.map((row) => row.name)).toEqual(["Set prices"])
  await restoreCapabilities(planner, { entries: await readHistory(database(), { operationId: archived.operationId }) })
  expect((await findCapability(database(), price.code)).archivedAt).toBeNull()
  const portions = []
  for await (const portion of capabilitiesForFile(database(), listAsk(new URLSearchParams(), capabilityList))) portions.push(...portion)
  expect(portions).toHaveLength(2)
})
