// The list of goals, its files, and what is done to several goals at once.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { createLink } from "~/features/elements/links.commands.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { goalFileRows, goalList } from "~/features/goals/goal-list.server"
import { restoreGoals } from "~/features/goals/goals.undo.server"
import { archiveGoals, setGoalStatus } from "~/features/goals/many-goals.commands.server"
import { readHistory } from "~/core/record-history.server"
import { findGoal } from "~/features/goals/goals.queries.server"
import { aCompany, aGoal, anInitiative, approved, aPerson, type Made, type SignedInActor } from "../../../support/builders"

const db = database()
let planner: SignedInActor
let owner: SignedInActor
let pillar: Made
let served: Made
let bare: Made
let objective: Made

beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ name: "Paula Planner", roles: ["planner"] })
  owner = await aPerson({ name: "Olaf Owner", roles: ["contributor"] })
  pillar = await aGoal({ name: "Grow" })
  served = await aGoal({ name: "Cut order time", parentId: pillar.id, weight: 30, dueOn: "2027-03-31" })
  bare = await aGoal({ name: "Answer in a day", parentId: pillar.id, weight: 10 })
  objective = await aGoal({ name: "Guest checkout", parentId: served.id })
  await setOwner(planner, { elementIds: [served.id], personId: owner.personId })
  const work = await anInitiative({ name: "New web shop", budget: { "2026": "1000.00" } })
  await createLink(planner, { fromId: work.id, relation: "contributes to", toId: served.id, strength: 9, note: "because" })
  await approved(planner, { ids: [work.id] })
})

async function listed(query: string, actor: SignedInActor = planner) {
  return goalList(db, await currentAlignment(db), { address: new URLSearchParams(query), actor })
}

const names = (list: Awaited<ReturnType<typeof listed>>) => list.groups.map((group) => [group.pillar?.name ?? (group.lacking ? "no work" : "all"), ...group.rows.map((row) => row.name)])

describe("the list", () => {
  it("puts goals without work first and keeps the order of the tree below each pillar", async () => {
    expect(names(await listed("year=2026"))).toEqual([["no work", "Answer in a day"], ["Grow", "Cut order time", "Guest checkout"]])
  })

  it("knows weight, share, money and due date of every row", async () => {
    const row = (await listed("year=2026")).groups.flatMap((group) => group.rows).find(({ id }) => id === served.id)
    expect(row).toMatchObject({ weight: 30, share: 0.75, money: "1000.00", dueOn: "2027-03-31", works: 1, level: "goal", ownerName: "Olaf Owner", version: 1 })
  })

  it.each([
    ["level=objective", ["Guest checkout"]],
    ["gap=work", ["Answer in a day"]],
    ["owner=none&level=goal", ["Answer in a day"]],
    ["q=checkout", ["Guest checkout"]],
    ["group=none&sort=-weight&level=goal", ["Cut order time", "Answer in a day"]],
    ["group=none&level=pillar", ["Grow"]],
    ["health=no work", ["Answer in a day"]],
    ["status=retired", []],
  ])("filters by %s", async (query, expected) => {
    expect((await listed(query)).groups.flatMap((group) => group.rows).map(({ name }) => name)).toEqual(expected)
  })

  it("lets an owner edit what is theirs", async () => {
    const rows = (await listed("", owner)).groups.flatMap((group) => group.rows)
    expect(rows.filter((row) => row.mayEdit).map(({ name }) => name)).toEqual(["Cut order time"])
  })

  it("gives the same rows for a file, each with what it is part of", async () => {
    const rows = []
    for await (const portion of goalFileRows(db, await currentAlignment(db), { address: new URLSearchParams(), actor: planner })) rows.push(...portion)
    expect(rows.map(({ name, path }) => [name, ...path])).toEqual([["Answer in a day", "Grow"], ["Cut order time", "Grow"], ["Guest checkout", "Grow", "Cut order time"]])
  })
})

describe("several goals at once", () => {
  it("are put into one stage, undone together, and refused to somebody who owns only one", async () => {
    await expect(setGoalStatus(owner, { ids: [served.id, bare.id], status: "achieved" })).rejects.toThrow(/owner/)
    const { operationId } = await setGoalStatus(planner, { ids: [served.id, bare.id], status: "achieved" })
    expect((await findGoal(db, served.code)).status).toBe("achieved")
    await restoreGoals(planner, { entries: await readHistory(db, { operationId }) })
    expect((await findGoal(db, served.code)).status).toBe("active")
    expect((await findGoal(db, bare.code)).status).toBe("active")
  })

  it("are archived together, but never away from above others", async () => {
    await expect(archiveGoals(planner, { ids: [served.id], archived: true })).rejects.toThrow(/part of it/)
    const { operationId } = await archiveGoals(planner, { ids: [served.id, objective.id], archived: true })
    expect(names(await listed("archived=yes"))).toEqual([["all", "Cut order time", "Guest checkout"]])
    await expect(archiveGoals(planner, { ids: [objective.id], archived: false })).rejects.toThrow(/archived/)
    await restoreGoals(planner, { entries: await readHistory(db, { operationId }) })
    expect((await listed("archived=yes")).fitting).toBe(0)
  })
})
