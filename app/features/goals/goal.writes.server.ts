// The write of a goal's row, shared by editing and undoing.
import type { Tx } from "~/core/database.server"
import { changed, writeElement } from "~/features/elements/element.writes.server"
import { goalSnapshot, type GoalFields } from "./goal"
import type { Goal } from "./goals.queries.server"

/** Writes a goal as it shall be and returns what changed. */
export async function writeGoal(tx: Tx, goal: Goal, after: GoalFields, now: Date) {
  await writeElement(tx, goal, after, now)
  await tx.updateTable("goal").set(goalColumns(after)).where("id", "=", goal.id).execute()
  return [changed(goal, goalSnapshot(goal), goalSnapshot(after))]
}

/** The columns of the goal's own row. */
export function goalColumns(goal: GoalFields) {
  const { parentId, status, weight, perspective, why, promiseLine, dueOn, healthSet, healthReason } = goal
  return { parentId, status, weight, perspective, why, promiseLine, dueOn, healthSet, healthReason }
}
