// Applications and jobs: what their owners may change, lists with seats and cost, groups by job, and undo.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { applicationList } from "~/features/applications/application-list"
import { applicationsForFile, applicationTotals, listApplications, vendors } from "~/features/applications/application-list.queries.server"
import { archiveApplications, createApplication, restoreApplications, updateApplication } from "~/features/applications/applications.commands.server"
import { findApplication } from "~/features/applications/applications.queries.server"
import { functionList } from "~/features/applications/function-list"
import { functionsForFile, listFunctions } from "~/features/applications/function-list.queries.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { listAsk } from "~/features/elements/list"
import { createLink } from "~/features/elements/links.commands.server"
import { aCompany, aPerson, aUnit, type SignedInActor } from "../../../support/builders"

const moment = { fits: new Map(), today: "2026-11-22", year: 2026 }
let planner: SignedInActor
let owner: SignedInActor
beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ roles: ["planner"] })
  owner = await aPerson({ name: "Olga", roles: ["contributor"] })
})

it("lets its owner edit it, and nobody else who is no planner", async () => {
  const made = await createApplication(planner, { name: "Acro", ownerId: owner.personId })
  await updateApplication(owner, { id: made.id, version: 1, vendor: "Papersmith", lifecycle: "phase out" })
  expect(await findApplication(database(), made.code)).toMatchObject({ vendor: "Papersmith", lifecycle: "phase out", ownerIds: [owner.personId] })
  await expect(updateApplication(await aPerson({ roles: ["contributor"] }), { id: made.id, version: 2, name: "Mine" })).rejects.toThrow("Only its owner")
  await expect(archiveApplications(owner, { ids: [made.id], archived: true })).rejects.toThrow("Only a planner")
})

it("undoes a bulk archive as one and an own edit by who made it", async () => {
  const [one, two] = [await createApplication(planner, { name: "One" }), await createApplication(planner, { name: "Two", ownerId: owner.personId })]
  const bulk = await archiveApplications(planner, { ids: [two.id, one.id], archived: true })
  const entries = await readHistory(database(), { operationId: bulk.operationId })
  await expect(restoreApplications(owner, { entries })).rejects.toThrow("Only a planner")
  expect(await restoreApplications(planner, { entries })).toMatchObject({ undone: 2, left: [] })
  const edit = await updateApplication(owner, { id: two.id, version: 3, name: "Deux" })
  expect(await restoreApplications(owner, { entries: await readHistory(database(), { operationId: edit.operationId }) })).toMatchObject({ undone: 1 })
  expect((await findApplication(database(), two.code)).name).toBe("Two")
})

it("adds seats and cost up, says where a cost is missing, and puts an application under each of its jobs", async () => {
  const [sales, legal] = [await aUnit({ name: "Sales" }), await aUnit({ name: "Legal" })]
  const [edit, sign] = [await createFunction(planner, { name: "Edit PDFs" }), await createFunction(planner, { name: "Sign PDFs" })]
  const paper = await createApplication(planner, { name: "Paperlight", vendor: "Zeta" })
  const free = await createApplication(planner, { name: "Paperfree", vendor: "Zeta" })
  await createLink(planner, { fromId: sales.id, relation: "uses", toId: paper.id, seats: 40, yearlyCost: "7200.00" })
  await createLink(planner, { fromId: legal.id, relation: "uses", toId: paper.id, seats: 10 })
  for (const job of [edit, sign]) await createLink(planner, { fromId: paper.id, relation: "performs", toId: job.id, fit: 3 })
  await createLink(planner, { fromId: free.id, relation: "performs", toId: edit.id })

  const ask = listAsk(new URLSearchParams("vendor=Zeta&group=job&sort=-cost"), applicationList)
  const list = await listApplications(database(), ask, [], moment)
  expect(list.rows.map((row) => [row.inJob?.name, row.name])).toEqual([["Edit PDFs", "Paperlight"], ["Edit PDFs", "Paperfree"], ["Sign PDFs", "Paperlight"]])
  expect(list.rows[0]?.use).toEqual({ seats: 50, yearlyCost: "7200.00", withoutCost: 1, withoutSeats: 0, costPerSeat: null })
  expect(await applicationTotals(database(), ask, [], moment)).toEqual({ count: 2, seats: 50, cost: "7200.00", withoutCost: 2 })
  expect(await vendors(database())).toContain("Zeta")

  const filtered = (query: string) => listApplications(database(), listAsk(new URLSearchParams(query), applicationList), [free.id], moment)
  expect((await filtered(`unit=${legal.code}`)).rows.map((row) => row.name)).toEqual(["Paperlight"])
  expect((await filtered("gap=yes")).rows.map((row) => row.name)).toEqual(["Paperfree"])
  expect((await filtered(`owner=${planner.personId}&q=paper`)).rows).toEqual([])
  expect((await filtered("owner=none&q=paper&sort=-seats")).rows.map((row) => row.name)).toEqual(["Paperlight", "Paperfree"])
  const all = []
  for await (const portion of applicationsForFile(database(), listAsk(new URLSearchParams("q=paper"), applicationList), [], moment)) all.push(...portion)
  expect(all.map((row) => row.name)).toEqual(["Paperfree", "Paperlight"])

  const jobs = await listFunctions(database(), listAsk(new URLSearchParams("sort=-cost"), functionList))
  expect(jobs.rows.map((row) => [row.name, row.tools.length, row.use.yearlyCost])).toEqual([["Edit PDFs", 2, "7200.00"], ["Sign PDFs", 1, "7200.00"]])
  expect(jobs.several).toBe(1)
  const several = []
  for await (const portion of functionsForFile(database(), listAsk(new URLSearchParams("tools=several"), functionList))) several.push(...portion)
  expect(several).toHaveLength(1)
})

it("does not trip over search text made for a pattern or a query", async () => {
  for (const q of ["%", "100%_", "'; drop table element --", "\\", "A-1", "ab"])
    await expect(listApplications(database(), listAsk(new URLSearchParams({ q }), applicationList), [], moment)).resolves.toBeDefined()
  const orders = [...applicationList.sorts, ...applicationList.sorts.map((sort) => `-${sort}`)]
  for (const group of applicationList.groups)
    for (const sort of orders) await listApplications(database(), listAsk(new URLSearchParams({ sort, group }), applicationList), [], moment)
})
