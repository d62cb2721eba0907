// Scoring the options: each named person for themselves, and starting again for all.
import { command } from "~/core/command.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { changed, writeElement } from "~/features/elements/element.writes.server"
import { requireOpen } from "./decision"
import { criteriaOf, isScored, lockDecision, optionsOf } from "./decisions.queries.server"
import { checkScores, type Score } from "./weighing"

/**
 * One person's scores of every option by every criterion; said again, they replace what that person said. Refused for who was not asked to
 * score. The history tells that somebody scored and not how: others must not read it before they have scored.
 */
export function scoreOptions(actor: Actor, posted: { decisionId: string; scores: readonly Omit<Score, "scorerId">[]; operationId?: string }) {
  const { decisionId } = posted
  return command({
    actor, operationId: posted.operationId, input: ["score options", decisionId, posted.scores],
    load: (tx) => lockDecision(tx, decisionId),
    demands: () => ({ permission: "comment" }),
    run: async (tx, { loaded: decision, now }) => {
      const scorerId = actor.personId
      const named = scorerId === null ? undefined : await tx.selectFrom("decisionScorer").select("finishedAt").where("decisionId", "=", decisionId).where("personId", "=", scorerId).executeTakeFirst()
      if (scorerId === null || !named) throw new ForbiddenError("Only the people asked to score it do. Ask its owner to name you.")
      requireOpen(decision.state)
      const scores = checkScores(posted.scores, { optionIds: (await optionsOf(tx, decisionId)).map(({ id }) => id), criteria: await criteriaOf(tx, decisionId) })
      await tx.deleteFrom("decisionScore").where("decisionId", "=", decisionId).where("scorerId", "=", scorerId).execute()
      await tx.insertInto("decisionScore").values(scores.map((one) => ({ ...one, decisionId, scorerId, scoredAt: now }))).execute()
      await tx.updateTable("decisionScorer").set({ finishedAt: now }).where("decisionId", "=", decisionId).where("personId", "=", scorerId).execute()
      const said = { kind: "decision scores", id: scorerId, version: 1, about: [decisionId, scorerId] }
      return { changes: [changed(said, { scoredAt: named.finishedAt?.toISOString() ?? null }, { scoredAt: now.toISOString() })], outcome: { id: decisionId } }
    },
  })
}

/** Throws every score away, so that options, criteria and weights may change; the history says that it was done and why. */
export function restartScoring(actor: Actor, posted: { decisionId: string; reason: string; operationId?: string }) {
  const { decisionId, reason } = posted
  return command({
    actor, operationId: posted.operationId, input: ["restart scoring", decisionId, reason],
    load: (tx) => lockDecision(tx, decisionId),
    demands: ({ ownerIds }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: decision, now }) => {
      requireOpen(decision.state)
      if (reason.trim() === "") throw new RuleError("Say why: those who scored will do it again.", { field: "reason" })
      if (!(await isScored(tx, decisionId))) throw new RuleError("Nobody has scored yet.")
      await tx.deleteFrom("decisionScore").where("decisionId", "=", decisionId).execute()
      await tx.updateTable("decisionScorer").set({ finishedAt: null }).where("decisionId", "=", decisionId).execute()
      await writeElement(tx, decision, decision, now)
      return { changes: [changed(decision, { restarted: null }, { restarted: reason.trim() })], outcome: { id: decisionId } }
    },
  })
}
