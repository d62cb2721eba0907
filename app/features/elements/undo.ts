// What undoing an operation means for each record it touched: the net effect, and whether the record still stands as it was left.
import type { FieldChange, HistoryEntry, Snapshot } from "~/core/change"

/** One record's net change in an operation. */
export interface NetEntry {
  recordId: string
  action: HistoryEntry["action"]
  /** the version the operation left behind */
  version: number
  fields: FieldChange[]
}

/** Ids and counts of an undo, as its command's outcome. */
export type Undone = { undone: number; left: string[] }

/** The entries of one operation folded to one a record, in the order of their first entry. */
export function netEntries(entries: readonly Pick<HistoryEntry, "recordId" | "action" | "version" | "fields">[]): NetEntry[] {
  const net = new Map<string, NetEntry>()
  for (const { recordId, action, version, fields } of entries) {
    const known = net.get(recordId)
    if (!known) {
      net.set(recordId, { recordId, action, version, fields: [...fields] })
      continue
    }
    const befores = new Map(known.fields.map((field) => [field.field, field.before]))
    const afters = new Map([...known.fields, ...fields].map((field) => [field.field, field.after]))
    for (const field of fields) if (!befores.has(field.field)) befores.set(field.field, field.before)
    known.fields = [...afters].map(([field, after]) => ({ field, before: befores.get(field) ?? null, after }))
    known.version = version
    if (known.action === "created" && action === "removed") net.delete(recordId)
    else if (known.action === "removed" && action === "created") known.action = "changed"
    else if (known.action === "changed" && action === "removed") known.action = "removed"
  }
  return [...net.values()]
}

/** The fields as they were before the operation. */
export function beforeOf(entry: NetEntry): Snapshot {
  return Object.fromEntries(entry.fields.map(({ field, before }) => [field, before]))
}

/** Splits into what can be undone and what somebody has changed since (left alone and named). */
export function planUndo<R extends { id: string; version: number }>(
  entries: readonly NetEntry[],
  records: readonly R[],
): { todo: { entry: NetEntry; record: R }[]; left: string[] } {
  const byId = new Map(records.map((record) => [record.id, record]))
  const todo: { entry: NetEntry; record: R }[] = []
  const left: string[] = []
  for (const entry of entries) {
    const record = byId.get(entry.recordId)
    if (record && record.version === entry.version) todo.push({ entry, record })
    else left.push(entry.recordId)
  }
  return { todo, left }
}

/**
 * Whether one click may take this back: a view is kept and forgotten on its own screen, a company that was set up stays, and so do scores
 * and the steps and signatures of a decision.
 */
export function mayBeTakenBack({ recordKind, action, fields }: { recordKind: string; action: string; fields: readonly { field: string }[] }): boolean {
  if (recordKind === "saved view" || recordKind === "decision scores" || recordKind === "standard") return false
  if (recordKind === "company") return action !== "created"
  return !(recordKind === "decision" && action === "changed" && fields.some(({ field }) => lastingInDecisions.has(field)))
}

const lastingInDecisions: ReadonlySet<string> = new Set(["state", "signedBy", "restarted"])

/** A row that was made or changed must still stand at that version; one that was taken away must still be away. */
export function plan(entries: readonly NetEntry[], rows: readonly { id: string; version: number }[]): { todo: NetEntry[]; left: string[] } {
  const todo: NetEntry[] = []
  const left: string[] = []
  for (const entry of entries) {
    const row = rows.find(({ id }) => id === entry.recordId)
    const stands = isRemoval(entry) ? row === undefined : row !== undefined && row.version === entry.version
    if (stands) todo.push(entry)
    else left.push(entry.recordId)
  }
  return { todo, left }
}

/** Whether the operation took the row away. */
export function isRemoval(entry: NetEntry): boolean {
  return entry.action === "removed"
}

/** For how many days an operation, also a whole import, can be taken back. */
export const undoDays = 30

/** Whether undo is still offered at `now` (both in milliseconds) for what happened then. */
export function undoOffered(at: number, now: number): boolean {
  return now - at < undoDays * 86_400_000
}
