// Linking several initiatives to one goal in a single step.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { archivedSentence, RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { lockElement, ownerIdsOf } from "~/features/elements/elements.queries.server"
import { checkLink, requireReason, type Strength } from "~/features/elements/link"
import { addLink } from "~/features/elements/link.writes.server"
import { lockInitiatives } from "./initiatives.queries.server"

/**
 * Links initiatives to a goal with one strength and reason; those that help it already stay as they are. The first goal of
 * an initiative becomes its main one. Refused without a reason, and when one of the records is archived.
 */
export function linkToGoal(
  actor: Actor,
  posted: { initiativeIds: readonly string[]; goalId: string; strength: Strength; reason: string; operationId?: string },
) {
  const initiativeIds = [...new Set(posted.initiativeIds)].sort()
  const { goalId, strength, reason } = posted
  return command({
    actor, operationId: posted.operationId, input: ["link to goal", initiativeIds, goalId, strength, reason],
    load: async (tx) => {
      const initiatives = await lockInitiatives(tx, initiativeIds)
      const goal = await lockElement(tx, goalId, "goal")
      const linked = await tx
        .selectFrom("link").select("fromId")
        .where("toId", "=", goalId).where("relation", "=", "contributes to").where("fromId", "in", initiativeIds).execute()
      return { initiatives, goal, linked: new Set(linked.map((link) => link.fromId)), goalOwners: await ownerIdsOf(tx, goalId) }
    },
    demands: ({ initiatives, goalOwners }) =>
      initiatives.map(({ ownerIds }) => ({ permission: "edit record" as const, ownerIds: [...ownerIds, ...goalOwners] })),
    run: async (tx, { loaded: { initiatives, goal, linked }, now }) => {
      requireReason("contributes to", { strength, note: reason }, "reason")
      if (goal.archivedAt) throw new RuleError(archivedSentence(goal.name), { field: "goalId" })
      const changes: RecordChange[] = []
      let count = 0
      for (const initiative of initiatives) {
        if (linked.has(initiative.id)) continue
        const fields = checkLink("contributes to", "goal", { strength, note: reason })
        const link = { ...fields, fromId: initiative.id, fromKind: "initiative" as const, relation: "contributes to" as const, toId: goal.id, toKind: "goal" as const }
        changes.push(...(await addLink(tx, link, now)).changes)
        count += 1
      }
      return { changes, outcome: { count, already: initiatives.length - count } }
    },
  })
}
