// What a person says about two applications that may be one product: the same, or different ones.
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { changed, created } from "~/features/elements/element.writes.server"
import { lockApplications } from "./applications.queries.server"
import { orderedPair, twinJudgementSnapshot, type Judged } from "./twins"

/** Keeps what is said about a pair; said again, it replaces what was said before. */
export function judgeTwins(actor: Actor, posted: { ids: readonly [string, string]; judged: Judged; reason: string; operationId?: string }) {
  const { operationId, judged, reason } = posted
  const [firstId, secondId] = orderedPair(posted.ids)
  return command({
    actor, operationId, input: ["judge twins", firstId, secondId, judged, reason],
    load: (tx) => lockApplications(tx, [firstId, secondId]),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: both, now }) => {
      if (both.length < 2) throw new RuleError("These are one record already.")
      const gone = both.find((one) => one.archivedAt !== null)
      if (gone) throw new RuleError(`${gone.name} is archived, so there is nothing to decide any more.`)
      const about = [firstId, secondId]
      const before = await tx.selectFrom("twinJudgement").selectAll().where("firstId", "=", firstId).where("secondId", "=", secondId).forUpdate().executeTakeFirst()
      if (before) {
        await tx.updateTable("twinJudgement").set({ judged, reason, judgedBy: actor.personId, version: before.version + 1 }).where("id", "=", before.id).execute()
        const after = { firstId, secondId, judged, reason }
        return { changes: [changed({ kind: "twin judgement", id: before.id, version: before.version, about }, twinJudgementSnapshot(before), twinJudgementSnapshot(after))], outcome: { id: before.id } }
      }
      const row = { id: newId(now.getTime()), firstId, secondId, judged, reason, judgedBy: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("twinJudgement").values(row).execute()
      return { changes: [created({ kind: "twin judgement", id: row.id, about }, twinJudgementSnapshot(row))], outcome: { id: row.id } }
    },
  })
}
