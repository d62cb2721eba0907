// Links: the vocabulary's triples, the primary goal that moves on, prerequisites without circles, and undo.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { readHistory } from "~/core/record-history.server"
import { restoreLinks } from "~/features/elements/rows.undo.server"
import { createLink, removeLink, updateLink } from "~/features/elements/links.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { relations, mayLink } from "~/features/elements/link"
import { chainKinds } from "~/features/elements/element"
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
    const linking = () => createLink(contributor, { fromId: initiative.id, relation: "contributes to", toId: goal.id })
    await expect(linking()).rejects.toThrow(ForbiddenError)
    await giveResponsibility(thePreparer, { elementId: initiative.id, personId: contributor.personId, role: "responsible" })
    await linking()
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
