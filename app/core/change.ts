// What changed between two states of a record, and the three-way merge of two people's edits.
import type { Conflict } from "./errors"
import type { Actor } from "./policy"

export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue }
/** A record as its history keeps it: flat, plain, comparable. */
export type Snapshot = { [field: string]: FieldValue }
export interface FieldChange {
  field: string
  before: FieldValue
  after: FieldValue
}

export type ChangeAction = "created" | "changed" | "archived" | "restored" | "removed"
export interface RecordChange {
  kind: string
  id: string
  action: ChangeAction
  before: Snapshot | null
  after: Snapshot | null
  /** the record's version after the change */
  version: number
  /** the elements whose history shows it; the one it belongs to comes first */
  about: readonly string[]
}

/** One record's part of an operation, as the history gives it back. */
export interface HistoryEntry {
  id: string
  operationId: string
  recordId: string
  recordKind: string
  version: number
  action: RecordChange["action"]
  actorId: string | null
  actorKind: Actor["kind"]
  at: Date
  fields: FieldChange[]
  /** the elements whose history shows it: the record itself, or both ends of a link */
  about: string[]
}

/** Fields whose words are kept apart from the history's chain, so that a person can be forgotten. */
const textFields = new Set([
  "name", "summary", "why", "promiseLine", "healthReason", "healthNote", "note", "body", "answer", "reason",
  "title", "email", "contactPreference", "signInEmail", "vendor", "source", "purpose", "text", "unit", "minutes",
  "keptNote", "withdrawnWhy", "waiver", "context", "outcome", "reasons", "constraints", "revisitWhen", "endedWhy", "dissent", "meaning", "conditions", "evidence", "restarted", "need", "sharedVision", "itExpects", "businessExpects", "measures", "added",
])
export function isText(field: string): boolean {
  return textFields.has(field)
}

export function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = b as { [key: string]: FieldValue }
  return left.length === Object.keys(right).length && left.every(([key, value]) => key in right && same(value, right[key]))
}

/** The fields that differ, in the order of `after` (of `before` for a removal). */
export function diff(before: Snapshot | null, after: Snapshot | null): FieldChange[] {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])
  const changes: FieldChange[] = []
  for (const field of fields) {
    const was = before?.[field] ?? null
    const is = after?.[field] ?? null
    if (!same(was, is)) changes.push({ field, before: was, after: is })
  }
  return changes
}

/**
 * Merges an edit made on `base` into `theirs`, field by field: what the editor did not touch takes theirs, what only
 * the editor touched takes mine, what both set differently is a conflict. Fields absent from `mine` are untouched.
 */
export function merge(base: Snapshot, mine: Snapshot, theirs: Snapshot): { merged: Snapshot; conflicts: Conflict[] } {
  const merged: Snapshot = { ...theirs }
  const conflicts: Conflict[] = []
  for (const [field, wanted] of Object.entries(mine)) {
    const was = base[field] ?? null
    const now = theirs[field] ?? null
    if (same(wanted, was) || same(wanted, now)) continue
    if (same(was, now)) merged[field] = wanted
    else conflicts.push({ field, base: was, mine: wanted, theirs: now })
  }
  return { merged, conflicts }
}

/** The fields of an edit that were given: those that are undefined are untouched. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}
