// What may be done to a goal: create and update.
import { command } from "~/core/command.server"
import type { Snapshot } from "~/core/change"
import { ForbiddenError } from "~/core/errors"
import { can, type Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { created, insertElement } from "~/features/elements/element.writes.server"
import { lockTree } from "~/features/elements/tree.writes.server"
import { checkGoal, checkGoalPlace, goalSnapshot, guardedGoalFields, newGoalFields, type GoalFields } from "./goal"
import { goalColumns, writeGoal } from "./goal.writes.server"
import { goalTree, lockGoal, type Goal } from "./goals.queries.server"

/** A new goal; without a parent it is a pillar. Returns its id and short id. */
export function createGoal(actor: Actor, posted: { operationId?: string } & Pick<GoalFields, "name"> & Partial<GoalFields>) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["create goal", input],
    load: (tx) => lockTree(tx, "goal", () => goalTree(tx)),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: tree, now }) => {
      const goal = checkGoal({ ...newGoalFields, ...withoutUndefined(input), name: input.name })
      checkGoalPlace(null, goal.parentId, tree)
      const element = await insertElement(tx, { kind: "goal", name: goal.name, summary: goal.summary, now })
      await tx.insertInto("goal").values({ id: element.id, kind: "goal", ...goalColumns(goal) }).execute()
      return { changes: [created({ kind: "goal", id: element.id }, goalSnapshot(goal))], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; fields others changed meanwhile are merged, or refused as stale where both changed one. */
export function updateGoal(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<GoalFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update goal", id, version, input],
    load: async (tx) => {
      const tree = input.parentId === undefined ? null : await lockTree(tx, "goal", () => goalTree(tx))
      return { goal: await lockGoal(tx, id), tree }
    },
    demands: ({ goal }) => ({ permission: "edit record", ownerIds: goal.ownerIds }),
    run: async (tx, { loaded: { goal, tree }, now }) => {
      const before = goalSnapshot(goal)
      const edit = withoutUndefined(input) as Snapshot
      assertGuarded(actor, goal, edit)
      const after = checkGoal((await mergeEdit(tx, { id, version: goal.version, snapshot: before }, { version, edit })) as unknown as GoalFields)
      if (tree && after.parentId !== goal.parentId) checkGoalPlace(id, after.parentId, tree)
      return { changes: await writeGoal(tx, goal, after, now), outcome: { id } }
    },
  })
}

function assertGuarded(actor: Actor, goal: Goal, edit: Snapshot): void {
  if (can(actor, "edit chain")) return
  const before = goalSnapshot(goal)
  if (guardedGoalFields.some((field) => field in edit && edit[field] !== before[field]))
    throw new ForbiddenError("An owner may change everything but the weight and the place of a goal. A planner can do that.")
}

function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}
