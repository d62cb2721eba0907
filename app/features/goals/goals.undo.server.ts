// Undoing what was done to goals, through the same rules as doing it.
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { setArchived } from "~/features/elements/element.writes.server"
import { checkArchiving } from "~/features/elements/tree"
import { lockTree } from "~/features/elements/tree.writes.server"
import { beforeOf, netEntries, planUndo, type Undone } from "~/features/elements/undo"
import { checkGoal, checkGoalPlace, goalSnapshot, goalWords, guardedGoalFields, type GoalFields } from "./goal"
import { writeGoal } from "./goal.writes.server"
import { goalTree, lockGoals } from "./goals.queries.server"

/** Writes back what an operation changed in goals; those edited since are left and named in the outcome. */
export function restoreGoals(actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId?: string }) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo goals", entries.map(({ recordId, version }) => [recordId, version])],
    load: async (tx) => {
      const tree = await lockTree(tx, "goal", () => goalTree(tx))
      return { tree, ...planUndo(entries, await lockGoals(tx, entries.map((entry) => entry.recordId))) }
    },
    demands: ({ todo }) => todo.map(({ record, entry }) =>
      entry.action === "changed" && !entry.fields.some(({ field }) => guardedGoalFields.some((guarded) => guarded === field))
        ? { permission: "edit record" as const, ownerIds: record.ownerIds }
        : { permission: "edit chain" as const }),
    run: async (tx, { loaded: { todo, left, tree }, now }) => {
      const changes: RecordChange[] = []
      for (const archived of [true, false]) {
        const ids = todo.filter(({ entry }) => entry.action !== "changed" && (entry.action !== "archived") === archived).map(({ record }) => record.id)
        if (ids.length > 0) checkArchiving(ids, archived, tree, goalWords)
      }
      for (const { entry, record } of todo) {
        if (entry.action !== "changed") changes.push(...(await setArchived(tx, record, entry.action !== "archived", now)))
        else {
          const after = checkGoal({ ...goalSnapshot(record), ...beforeOf(entry) } as unknown as GoalFields)
          if (after.parentId !== record.parentId) checkGoalPlace(record.id, after.parentId, tree)
          changes.push(...(await writeGoal(tx, record, after, now)))
        }
      }
      const outcome: Undone = { undone: todo.length, left }
      return { changes, outcome }
    },
  })
}
