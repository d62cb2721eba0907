// The one place that changes the stage of initiatives.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor, Demand } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { codeOf } from "~/features/elements/element"
import { initiativeFrom, initiativeSnapshot, type Stage } from "~/features/initiatives/initiative"
import { lockInitiatives, type Initiative } from "~/features/initiatives/initiatives.queries.server"
import { writeInitiative } from "~/features/initiatives/initiatives.writes.server"
import { demandForStage, isApproval, mayBecome } from "~/features/initiatives/stage"
import { gateCheck, refusalOf } from "./gate"
import { gatesOf, type JudgedGate } from "./gates.queries.server"

/**
 * Moves initiatives to a stage, all or none. Approving needs a planner's word and an open gate, or the planner's reason for approving
 * nonetheless, which is kept as a waiver of those whose gate is shut; other steps also the owner's. With a version (one initiative),
 * somebody else's change of the stage since then is refused as stale.
 */
export function setStage(actor: Actor, posted: { ids: readonly string[]; to: Stage; version?: number; waiver?: string; operationId?: string }) {
  const ids = [...new Set(posted.ids)].sort()
  const { to, version } = posted
  const waiver = posted.waiver?.trim() ?? ""
  return command({
    actor, operationId: posted.operationId, input: ["set stage", ids, to, version ?? null, waiver],
    load: (tx) => lockInitiatives(tx, ids),
    demands: (initiatives) => initiatives.flatMap(({ status, ownerIds }): Demand[] => [
      demandForStage(status, to, ownerIds), ...(waiver !== "" && isApproval(status, to) ? [{ permission: "waive gate" as const }] : []),
    ]),
    run: async (tx, { loaded: initiatives, now }) => {
      const gates = await gatesOf(tx, initiatives.filter(({ status }) => isApproval(status, to)).map(({ id }) => id), now)
      const refused = initiatives.flatMap((initiative) => refusals(initiative, to, gates.get(initiative.id), waiver !== ""))
      if (refused.length > 0) throw new RuleError(refusalOf(refused.map(({ reason }) => reason)), { field: refused.every(({ waivable }) => waivable) ? "waiver" : "to" })
      const changes: RecordChange[] = []
      for (const initiative of initiatives) {
        const record = { id: initiative.id, version: initiative.version, snapshot: initiativeSnapshot(initiative) }
        const after = await mergeEdit(tx, record, { version: version ?? initiative.version, edit: { status: to } })
        const moved = await writeInitiative(tx, initiative, initiativeFrom(after), now)
        const gate = gates.get(initiative.id)
        changes.push(...(gate && !gate.open ? await waived(tx, moved, { actor, subjectId: initiative.id, reason: waiver, lacking: gate.lacking, now }) : moved))
      }
      return { changes, outcome: { count: changes.length } }
    },
  })
}

function refusals(initiative: Initiative, to: Stage, gate: JudgedGate | undefined, isWaived: boolean): { reason: string; waivable: boolean }[] {
  const record = { name: initiative.name, code: codeOf("initiative", initiative.number), status: initiative.status, archived: initiative.archivedAt !== null }
  const checks = gate ? [gateCheck(record, gate, gate.conversations.map(({ code }) => code), isWaived)] : []
  return mayBecome(record, to, checks).reasons.map((reason) => ({ reason, waivable: checks.some(({ sentence }) => sentence === reason) }))
}

/** Keeps the waiver, and tells it in the same entry of the history as the step that it let through. */
async function waived(tx: Tx, moved: readonly RecordChange[], { actor, now, ...waiver }: { actor: Actor; subjectId: string; reason: string; lacking: string; now: Date }): Promise<RecordChange[]> {
  await tx.insertInto("gateWaiver").values({ id: newId(now.getTime()), ...waiver, waivedBy: actor.personId, createdAt: now }).execute()
  return moved.map((change) => ({ ...change, before: { ...change.before, waiver: null }, after: { ...change.after, waiver: waiver.reason } }))
}
