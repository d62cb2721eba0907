// Undoing goals: through the same rules as doing, and never past what the actor may.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { readHistory } from "~/core/record-history.server"
import { findGoal } from "~/features/goals/goals.queries.server"
import { createGoal, updateGoal } from "~/features/goals/goals.commands.server"
import { restoreGoals } from "~/features/goals/goals.undo.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { aCompany, aGoal, aPerson, aUnit, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())
const entriesOf = (operationId: string) => readHistory(database(), { operationId })

describe("a save", () => {
  it("from a page that shows a later version than is kept is refused, not written over", async () => {
    const goal = await aGoal({ why: "before" })
    await expect(updateGoal(thePreparer, { id: goal.id, version: 7, why: "from elsewhere" })).rejects.toThrow(RuleError)
    expect(await findGoal(database(), goal.code)).toMatchObject({ why: "before", version: 1 })
  })

  it("below what is no goal, or below an archived one, is refused", async () => {
    const [goal, gone, unit] = [await aGoal(), await aGoal(), await aUnit()]
    await archiveGoals(thePreparer, { ids: [gone.id], archived: true })
    for (const parentId of [gone.id, unit.id]) {
      await expect(updateGoal(thePreparer, { id: goal.id, version: 1, parentId })).rejects.toThrow(RuleError)
      await expect(createGoal(thePreparer, { name: "Misplaced", parentId })).rejects.toThrow(RuleError)
    }
  })
})

describe("undo", () => {
  it("gives the fields back and is itself a change in the history", async () => {
    const goal = await aGoal({ why: "before" })
    const edit = await updateGoal(thePreparer, { id: goal.id, version: 1, why: "after", weight: 50 })
    const undone = await restoreGoals(thePreparer, { entries: await entriesOf(edit.operationId) })
    expect(undone).toMatchObject({ undone: 1, left: [] })
    expect(await findGoal(database(), goal.code)).toMatchObject({ why: "before", weight: 10, version: 3 })
    expect(await entriesOf(undone.operationId)).toHaveLength(1)
  })

  it("leaves a goal that was edited since", async () => {
    const goal = await aGoal({ why: "before" })
    const edit = await updateGoal(thePreparer, { id: goal.id, version: 1, why: "after" })
    await updateGoal(thePreparer, { id: goal.id, version: 2, promiseLine: "since" })
    expect(await restoreGoals(thePreparer, { entries: await entriesOf(edit.operationId) })).toMatchObject({ undone: 0, left: [goal.id] })
  })

  it("does not put a goal back below a pillar that was archived since", async () => {
    const [pillar, other] = [await aGoal(), await aGoal()]
    const goal = await aGoal({ parentId: pillar.id })
    const move = await updateGoal(thePreparer, { id: goal.id, version: 1, parentId: other.id })
    await archiveGoals(thePreparer, { ids: [pillar.id], archived: true })
    await expect(restoreGoals(thePreparer, { entries: await entriesOf(move.operationId) })).rejects.toThrow("is archived")
  })

  it("archives what was made, unless something stands below it", async () => {
    const pillar = await aGoal()
    const [made] = await readHistory(database(), { aboutId: pillar.id, limit: 1 })
    const child = await aGoal({ parentId: pillar.id })
    await expect(restoreGoals(thePreparer, { entries: await entriesOf(made!.operationId) })).rejects.toThrow("part of it")
    await archiveGoals(thePreparer, { ids: [child.id], archived: true })
    await restoreGoals(thePreparer, { entries: await entriesOf(made!.operationId) })
    expect((await findGoal(database(), pillar.code)).archivedAt).not.toBeNull()
  })

  it("does not let an owner take back the weight a planner gave", async () => {
    const [goal, owner] = [await aGoal({ weight: 10 }), await aPerson({ roles: ["contributor"] })]
    await setOwner(thePreparer, { elementIds: [goal.id], personId: owner.personId })
    const edit = await updateGoal(thePreparer, { id: goal.id, version: 1, weight: 80 })
    await expect(restoreGoals(owner, { entries: await entriesOf(edit.operationId) })).rejects.toThrow(ForbiddenError)
    const words = await updateGoal(owner, { id: goal.id, version: 2, why: "hers" })
    await restoreGoals(owner, { entries: await entriesOf(words.operationId) })
  })
})
