// The one place that changes the stage of initiatives.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { initiativeFrom, initiativeSnapshot, type Stage } from "~/features/initiatives/initiative"
import { lockInitiatives } from "~/features/initiatives/initiatives.queries.server"
import { writeInitiative } from "~/features/initiatives/initiatives.writes.server"
import { demandForStage, mayBecome } from "~/features/initiatives/stage"

/**
 * Moves initiatives to a stage, all or none. Approving needs a planner's word; other steps also the owner's. With a version
 * (one initiative), somebody else's change of the stage since then is refused as stale.
 */
export function setStage(actor: Actor, posted: { ids: readonly string[]; to: Stage; version?: number; operationId?: string }) {
  const ids = [...new Set(posted.ids)].sort()
  const { to, version } = posted
  return command({
    actor, operationId: posted.operationId, input: ["set stage", ids, to, version ?? null],
    load: (tx) => lockInitiatives(tx, ids),
    demands: (initiatives) => initiatives.map(({ status, ownerIds }) => demandForStage(status, to, ownerIds)),
    run: async (tx, { loaded: initiatives, now }) => {
      const changes: RecordChange[] = []
      for (const initiative of initiatives) {
        const { allowed, reasons } = mayBecome({ name: initiative.name, status: initiative.status, archived: initiative.archivedAt !== null }, to, [])
        if (!allowed) throw new RuleError(reasons.join(" "), { field: "to" })
        const record = { id: initiative.id, version: initiative.version, snapshot: initiativeSnapshot(initiative) }
        const after = await mergeEdit(tx, record, { version: version ?? initiative.version, edit: { status: to } })
        changes.push(...(await writeInitiative(tx, initiative, initiativeFrom(after), now)))
      }
      return { changes, outcome: { count: changes.length } }
    },
  })
}
