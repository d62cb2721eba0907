// Undoing what was done to relationships: a set-up is taken away, a change put back, a view that was recorded is taken away.
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { changed, removed } from "~/features/elements/element.writes.server"
import { beforeOf, isRemoval, netEntries, planUndo, type Undone } from "~/features/elements/undo"
import { checkRelationship, relationshipSnapshot, viewSnapshot, type RelationshipFields } from "./relationship"

type Asked = { entries: readonly HistoryEntry[]; operationId?: string }

/** Puts the fields back, or takes away what was set up; what was changed since is left and named. */
export function restoreRelationships(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries).filter((entry) => !isRemoval(entry))
  return command({
    actor, operationId: asked.operationId, input: ["undo relationships", entries.map(({ recordId, version }) => [recordId, version])],
    load: async (tx) => planUndo(entries, await tx.selectFrom("relationship").selectAll().where("id", "in", ids(entries)).orderBy("id").forUpdate().execute()),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { todo, left } }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const at = { kind: "relationship", id: record.id, version: record.version, about: [record.unitId] }
        const before = relationshipSnapshot(record)
        if (entry.action === "created") {
          await tx.deleteFrom("relationship").where("id", "=", record.id).execute()
          changes.push(removed(at, before))
          continue
        }
        const after = checkRelationship({ ...before, ...beforeOf(entry) } as unknown as RelationshipFields)
        await tx.updateTable("relationship").set({ ...after, version: record.version + 1 }).where("id", "=", record.id).execute()
        changes.push(changed(at, before, relationshipSnapshot(after)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** Takes away views that were recorded; the one before counts again. */
export function restoreMaturityViews(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries).filter((entry) => !isRemoval(entry))
  return command({
    actor, operationId: asked.operationId, input: ["undo views", ids(entries)],
    load: async (tx) => planUndo(entries, await tx.selectFrom("maturityView").selectAll().where("id", "in", ids(entries)).orderBy("id").forUpdate().execute()),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { todo, left } }) => {
      const changes: RecordChange[] = []
      for (const { record } of todo) {
        await tx.deleteFrom("maturityView").where("id", "=", record.id).execute()
        changes.push(removed({ kind: "maturity view", id: record.id, about: [record.unitId] }, viewSnapshot(record.side, record)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** The ids of the entries' records; one that is none where there are none, since a list of ids may not be empty. */
function ids(entries: readonly { recordId: string }[]): string[] {
  return entries.length > 0 ? entries.map(({ recordId }) => recordId) : ["00000000-0000-0000-0000-000000000000"]
}
