// Undoing what was done to measures and readings.
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange } from "~/core/change"
import type { Actor } from "~/core/policy"
import { changed, removed } from "~/features/elements/element.writes.server"
import { beforeOf, netEntries, planUndo, type NetEntry, type Undone } from "~/features/elements/undo"
import { checkMeasure, measureSnapshot, readingSnapshot, type MeasureFields } from "./measure"
import { lockMeasure, lockReading } from "./measures.queries.server"

type Asked = { entries: readonly HistoryEntry[]; operationId?: string }

/** A measure just added is archived, an archived one returns, a changed one gets its fields back. */
export function restoreMeasures(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo measures", key(entries)],
    load: async (tx) => {
      const records = []
      for (const { recordId } of inOrder(entries)) records.push(await lockMeasure(tx, recordId))
      return planUndo(entries, records)
    },
    demands: ({ todo }) => todo.map(({ record }) => ({ permission: "edit record" as const, ownerIds: record.ownerIds })),
    run: async (tx, { loaded: { todo, left }, now }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const at = { kind: "measure", id: record.id, version: record.version, about: [record.goalId] }
        if (entry.action !== "changed") {
          const archived = entry.action !== "archived"
          await tx.updateTable("measure").set({ archivedAt: archived ? now : null, version: record.version + 1 }).where("id", "=", record.id).execute()
          const change = changed(at, { name: record.name, archived: !archived }, { name: record.name, archived })
          changes.push({ ...change, action: archived ? "archived" : "restored" })
          continue
        }
        const before = measureSnapshot(record)
        const after = checkMeasure({ ...before, ...beforeOf(entry) } as unknown as MeasureFields)
        await tx.updateTable("measure").set({ ...after, version: record.version + 1 }).where("id", "=", record.id).execute()
        changes.push(changed(at, before, measureSnapshot(after)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

/** A reading just recorded is taken away, a corrected one gets its value back. */
export function restoreReadings(actor: Actor, asked: Asked) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo readings", key(entries)],
    load: async (tx) => {
      const present = await tx.selectFrom("reading").select("id").where("id", "in", entries.map(({ recordId }) => recordId)).orderBy("id").execute()
      const records = []
      for (const { id } of present) records.push(await lockReading(tx, id))
      return planUndo(entries, records)
    },
    demands: ({ todo }) => todo.map(({ record }) => ({ permission: "edit record" as const, ownerIds: record.measure.ownerIds })),
    run: async (tx, { loaded: { todo, left } }) => {
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const at = { kind: "reading", id: record.id, version: record.version, about: [record.measure.goalId] }
        const before = readingSnapshot(record)
        if (entry.action === "created") {
          await tx.deleteFrom("reading").where("id", "=", record.id).execute()
          changes.push(removed(at, before))
          continue
        }
        const { value, note } = { ...before, ...beforeOf(entry) } as { value: string; note: string }
        await tx.updateTable("reading").set({ value, note, version: record.version + 1 }).where("id", "=", record.id).execute()
        changes.push(changed(at, before, { ...before, value, note }))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

function inOrder(entries: readonly NetEntry[]): NetEntry[] {
  return [...entries].sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
}

function key(entries: readonly NetEntry[]): unknown {
  return entries.map(({ recordId, version }) => [recordId, version])
}
