// Taking back what a list of standards wrote: the standings it made go, what it ended holds on again, and its decision is put away.
import { sql } from "kysely"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { standardSnapshot, type StandardFields } from "~/features/decisions/standard"
import { changed, removed } from "~/features/elements/element.writes.server"
import { beforeOf, planUndo, type NetEntry } from "~/features/elements/undo"
import { updateSet } from "./set.writes.server"

const columns = ["id", "decisionId", "applicationId", "functionId", "productVersion", "lifecycle", "status", "ownWords", "conditions", "approvalExpiresOn", "validFrom", "validTo", "version"] as const

/** Takes standings back that still are as the list left them; the ids of the rest are `left`, and with them their decision stays. */
export async function takeBackStandards(tx: Tx, entries: { standards: readonly NetEntry[]; decisions: readonly NetEntry[] }, now: Date): Promise<{ changes: RecordChange[]; left: string[] }> {
  if (entries.standards.length === 0) return { changes: [], left: [] }
  const rows = await tx.selectFrom("standard").select(columns).where("id", "=", sql<string>`any(${entries.standards.map(({ recordId }) => recordId)}::uuid[])`).orderBy("id").forUpdate().execute()
  const { todo, left } = planUndo(entries.standards, rows)
  const made = todo.filter(({ entry }) => entry.action === "created").map(({ record }) => record)
  const edited = todo.filter(({ entry }) => entry.action === "changed")
  const about = (row: Pick<StandardFields, "applicationId" | "functionId" | "decisionId">) => [row.applicationId, ...(row.functionId === null ? [] : [row.functionId]), row.decisionId]
  const changes: RecordChange[] = []
  for (let from = 0; from < made.length; from += 500) {
    const portion = made.slice(from, from + 500)
    await tx.deleteFrom("standard").where("id", "in", portion.map(({ id }) => id)).execute()
    changes.push(...portion.map((row) => removed({ kind: "standard", id: row.id, version: row.version, about: about(row) }, standardSnapshot(row))))
  }
  for (let from = 0; from < edited.length; from += 500) {
    const portion = edited.slice(from, from + 500).map(({ entry, record }) => ({ record, after: { ...record, ...(beforeOf(entry) as unknown as Partial<StandardFields>), version: record.version + 1 } }))
    await updateSet(tx, "standard", portion.map(({ after }) => after))
    changes.push(...portion.map(({ record, after }) => changed({ kind: "standard", id: record.id, version: record.version, about: about(record) }, standardSnapshot(record), standardSnapshot(after))))
  }
  const decisions = await putAway(tx, entries.decisions, now)
  return { changes: [...changes, ...decisions.changes], left: [...left, ...decisions.left] }
}

async function putAway(tx: Tx, entries: readonly NetEntry[], now: Date): Promise<{ changes: RecordChange[]; left: string[] }> {
  const ids = entries.filter(({ action }) => action === "created").map(({ recordId }) => recordId)
  if (ids.length === 0) return { changes: [], left: [] }
  const rows = await tx.selectFrom("element").select(["id", "version", "archivedAt"]).where("id", "in", ids).orderBy("id").forUpdate().execute()
  const used = new Set((await tx.selectFrom("standard").select("decisionId").distinct().where("decisionId", "in", ids).execute()).map(({ decisionId }) => decisionId))
  const going = rows.filter(({ id, archivedAt }) => archivedAt === null && !used.has(id))
  for (const { id, version } of going) await tx.updateTable("element").set({ archivedAt: now, updatedAt: now, version: version + 1 }).where("id", "=", id).execute()
  return {
    changes: going.map(({ id, version }): RecordChange => ({ kind: "decision", id, action: "archived", before: { archived: false }, after: { archived: true }, version: version + 1, about: [id] })),
    left: rows.filter(({ id }) => used.has(id)).map(({ id }) => id),
  }
}
