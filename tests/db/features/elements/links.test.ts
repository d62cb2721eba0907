// Links: the vocabulary's triples, the primary goal that moves on, prerequisites without circles, and undo.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { readHistory } from "~/core/record-history.server"
import { restoreLinks } from "~/features/elements/rows.undo.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { createLink, createLinks, removeLink, updateLink } from "~/features/elements/links.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { relations, mayLink } from "~/features/elements/link"
import { chainKinds } from "~/features/elements/element"
import { linkToGoal } from "~/features/initiatives/contributions.commands.server"
import { aLink, anImport, named } from "../../../support/brought"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())

const helps = (initiative: { id: string }, goal: { id: string }, strength: 1 | 3 | 9) =>
  createLink(thePreparer, { fromId: initiative.id, relation: "contributes to", toId: goal.id, strength, note: "because" })
const primaryOf = async (initiative: { id: string }) =>
  (await linksOf(database(), initiative.id)).filter((link) => link.isPrimary).map((link) => link.other.id)

it("knows the same triples as the database", async () => {
  const rows = await database().selectFrom("linkTriple").select(["fromKind", "relation", "toKind"]).execute()
  const ours = chainKinds.flatMap((from) => relations.flatMap((relation) => chainKinds.filter((to) => mayLink(from, relation, to)).map((to) => `${from} ${relation} ${to}`)))
  expect(ours.sort()).toEqual(rows.map((row) => `${row.fromKind} ${row.relation} ${row.toKind}`).sort())
})

describe("the primary goal", () => {
  it("is the first contribution, and the strongest, then oldest, when that goes", async () => {
    const [initiative, first, second, third] = [await anInitiative(), await aGoal(), await aGoal(), await aGoal()]
    const link = await helps(initiative, first, 1)
    await helps(initiative, second, 3)
    await helps(initiative, third, 9)
    expect(await primaryOf(initiative)).toEqual([first.id])
    await removeLink(thePreparer, { id: link.id })
    expect(await primaryOf(initiative)).toEqual([third.id])
  })

  it("moves when another is marked, and never twice", async () => {
    const [initiative, first, second] = [await anInitiative(), await aGoal(), await aGoal()]
    await helps(initiative, first, 9)
    const { id } = await helps(initiative, second, 1)
    await updateLink(thePreparer, { id, version: 1, isPrimary: true })
    expect(await primaryOf(initiative)).toEqual([second.id])
  })
})

describe("what is refused", () => {
  it("two kinds that have no such relation, a double, a record to itself", async () => {
    const [initiative, goal, unit] = [await anInitiative(), await aGoal(), await aUnit()]
    await expect(createLink(thePreparer, { fromId: goal.id, relation: "delivers", toId: unit.id })).rejects.toThrow(RuleError)
    await helps(initiative, goal, 3)
    await expect(helps(initiative, goal, 9)).rejects.toThrow("already linked")
    await expect(createLink(thePreparer, { fromId: initiative.id, relation: "requires", toId: initiative.id })).rejects.toThrow("itself")
  })

  it("a circle of prerequisites, however long, also when two people close it at once", async () => {
    const [a, b, c] = [await anInitiative(), await anInitiative(), await anInitiative()]
    const needs = (from: { id: string }, to: { id: string }) => createLink(thePreparer, { fromId: from.id, relation: "requires", toId: to.id })
    await needs(a, b)
    await needs(b, c)
    await expect(needs(c, a)).rejects.toThrow("circle")
    const [x, y] = [await anInitiative(), await anInitiative()]
    const both = await Promise.allSettled([needs(x, y), needs(y, x)])
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1)
  })

  it("somebody who owns neither end", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const contributor = await aPerson({ roles: ["contributor"] })
    const linking = () => createLink(contributor, { fromId: initiative.id, relation: "contributes to", toId: goal.id, strength: 3, note: "because" })
    await expect(linking()).rejects.toThrow(ForbiddenError)
    await giveResponsibility(thePreparer, { elementId: initiative.id, personId: contributor.personId, role: "responsible" })
    await linking()
  })
})

describe("a contribution without a reason", () => {
  it("is made by nobody, one by one or many at once", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const bare = { fromId: initiative.id, relation: "contributes to" as const, toId: goal.id }
    for (const given of [{ ...bare, note: "because" }, { ...bare, strength: 3 as const }, { ...bare, strength: 3 as const, note: " \u200b " }]) {
      await expect(createLink(thePreparer, given)).rejects.toThrow(/^Say /)
      await expect(createLinks(thePreparer, { links: [given] })).rejects.toThrow(/^Say /)
    }
    await expect(linkToGoal(thePreparer, { initiativeIds: [initiative.id], goalId: goal.id, strength: 3, reason: "" })).rejects.toThrow(expect.objectContaining({ field: "reason" }))
    expect(await linksOf(database(), initiative.id)).toEqual([])
  })

  it("stays as an import brought it, and asks for one when it is changed", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const link = aLink(named(initiative.code, "initiative"), "contributes to", named(goal.code, "goal"), { note: "" })
    await applyImport(thePreparer, { importId: await anImport([link]) })
    const [brought] = await linksOf(database(), initiative.id)
    expect(brought).toMatchObject({ strength: 3, note: "" })
    await expect(updateLink(thePreparer, { id: brought!.id, version: 1, strength: 9 })).rejects.toThrow(expect.objectContaining({ field: "note" }))
    await updateLink(thePreparer, { id: brought!.id, version: 1, strength: 9, note: "because" })
    await expect(updateLink(thePreparer, { id: brought!.id, version: 2, note: "" })).rejects.toThrow("why it helps")
    const gone = await removeLink(thePreparer, { id: brought!.id })
    await restoreLinks(thePreparer, { entries: await readHistory(database(), { operationId: gone.operationId }) })
    expect(await linksOf(database(), initiative.id)).toMatchObject([{ strength: 9, note: "because" }])
  })
})

describe("undo", () => {
  it("takes a new link away and brings a removed one back with what it carried", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const made = await helps(initiative, goal, 9)
    const gone = await removeLink(thePreparer, { id: made.id })
    await restoreLinks(thePreparer, { entries: await readHistory(database(), { operationId: gone.operationId }) })
    expect(await linksOf(database(), initiative.id)).toMatchObject([{ id: made.id, strength: 9, note: "because", isPrimary: true }])
    const done = await restoreLinks(thePreparer, { entries: await readHistory(database(), { operationId: made.operationId }) })
    expect(done).toMatchObject({ undone: 0, left: [made.id] })
  })

  it("leaves a link that somebody changed since", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const made = await helps(initiative, goal, 1)
    const first = await updateLink(thePreparer, { id: made.id, version: 1, strength: 3 })
    await updateLink(thePreparer, { id: made.id, version: 2, note: "changed since" })
    const done = await restoreLinks(thePreparer, { entries: await readHistory(database(), { operationId: first.operationId }) })
    expect(done).toMatchObject({ undone: 0, left: [made.id] })
  })

  it("is refused to who owns neither end", async () => {
    const [initiative, goal] = [await anInitiative(), await aGoal()]
    const made = await helps(initiative, goal, 1)
    const contributor = await aPerson({ roles: ["contributor"] })
    const entries = await readHistory(database(), { operationId: made.operationId })
    await expect(restoreLinks(contributor, { entries })).rejects.toThrow(ForbiddenError)
  })
})
