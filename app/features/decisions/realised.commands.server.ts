// Recording what a decision saved in the end, and taking such a record back.
import type { RecordChange } from "~/core/change"
import { command } from "~/core/command.server"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created, removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, plan, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { lockDecision } from "./decisions.queries.server"
import { checkRealised, realisedSnapshot, type RealisedFields } from "./realised"

/** Records what a signed decision saved in some days, with its evidence; the same days count once. */
export function recordRealised(actor: Actor, posted: RealisedFields & { operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["record realised", input],
    load: (tx) => lockDecision(tx, input.decisionId),
    demands: ({ ownerIds }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { state }, now, today }) => {
      const fields = checkRealised(input, state, today)
      const id = newId(now.getTime())
      await tx.insertInto("realisedSaving").values({ id, ...fields, recordedBy: actor.personId, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "realised saving", id, about: [fields.decisionId] }, realisedSnapshot(fields))], outcome: { id } }
    },
  })
}

/** Takes one operation's recorded savings back, or brings them back. */
export function restoreRealisedSavings(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  const decisionId = String(asked.entries[0]?.about[0] ?? "")
  return command({
    actor, operationId: asked.operationId, input: ["undo realised", entries.map(({ recordId }) => recordId)],
    load: async (tx) => ({ decision: await lockDecision(tx, decisionId), rows: await tx.selectFrom("realisedSaving").selectAll().where("decisionId", "=", decisionId).forUpdate().execute() }),
    demands: ({ decision: { ownerIds } }) => ({ permission: "edit record", ownerIds }),
    run: async (tx, { loaded: { decision, rows }, now, today }) => {
      const { todo, left } = plan(entries, rows)
      const changes: RecordChange[] = []
      for (const entry of todo) {
        const row = rows.find(({ id }) => id === entry.recordId)
        const record = { kind: "realised saving", id: entry.recordId, about: [decisionId] }
        if (row) {
          await tx.deleteFrom("realisedSaving").where("id", "=", row.id).execute()
          changes.push(removed({ ...record, version: row.version }, realisedSnapshot(row)))
        } else if (isRemoval(entry)) {
          const fields = checkRealised(beforeOf(entry) as unknown as RealisedFields, decision.state, today)
          const version = entry.version + 1
          await tx.insertInto("realisedSaving").values({ id: entry.recordId, ...fields, recordedBy: actor.personId, version, createdAt: now }).execute()
          changes.push({ ...created(record, realisedSnapshot(fields)), version })
        }
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}
