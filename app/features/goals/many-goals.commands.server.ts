// What may be done to several goals at once: archive, bring back, and set the stage they are in.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { setArchived } from "~/features/elements/element.writes.server"
import { checkArchiving } from "~/features/elements/tree"
import { lockTree } from "~/features/elements/tree.writes.server"
import { checkGoal, goalSnapshot, goalWords, type GoalFields, type GoalStatus } from "./goal"
import { writeGoal } from "./goal.writes.server"
import { goalTree, lockEveryGoal } from "./goals.queries.server"

/** Archives or restores goals together; refused when a goal below one of them would be left behind, or above is archived. */
export function archiveGoals(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  const ids = [...new Set(asked.ids)].sort()
  return command({
    actor, operationId: asked.operationId, input: ["archive goals", ids, asked.archived],
    load: async (tx) => ({ tree: await lockTree(tx, "goal", () => goalTree(tx)), goals: await lockEveryGoal(tx, ids) }),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { tree, goals }, now }) => {
      checkArchiving(ids, asked.archived, tree, goalWords)
      const changes: RecordChange[] = []
      for (const goal of goals) changes.push(...(await setArchived(tx, goal, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Puts goals into one stage; those that are in it already stay untouched. */
export function setGoalStatus(actor: Actor, asked: { ids: readonly string[]; status: GoalStatus; operationId?: string }) {
  const ids = [...new Set(asked.ids)].sort()
  return command({
    actor, operationId: asked.operationId, input: ["set goal status", ids, asked.status],
    load: (tx) => lockEveryGoal(tx, ids),
    demands: (goals) => goals.map((goal) => ({ permission: "edit record" as const, ownerIds: goal.ownerIds })),
    run: async (tx, { loaded: goals, now }) => {
      const changes: RecordChange[] = []
      for (const goal of goals) {
        if (goal.status === asked.status) continue
        const after = checkGoal({ ...(goalSnapshot(goal) as unknown as GoalFields), status: asked.status })
        changes.push(...(await writeGoal(tx, goal, after, now)))
      }
      return { changes, outcome: { count: changes.length } }
    },
  })
}
