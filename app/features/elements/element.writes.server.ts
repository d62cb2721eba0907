// The writes of the shared row of every record: its number, name, search text and version.
import { sql } from "kysely"
import type { Snapshot, RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { fold, sortKey } from "~/core/fold"
import { newId } from "~/core/ids"
import { visibleText } from "~/core/visible-text"
import { codeOf, type ElementKind } from "./element"
import type { ElementRow } from "./element-row"

/** Makes the element of a new record and gives it the next number of its kind. */
export async function insertElement(
  tx: Tx,
  element: { kind: ElementKind; name: string; summary?: string; now: Date; id?: string },
): Promise<{ id: string; number: number; code: string }> {
  const id = element.id ?? newId(element.now.getTime())
  const { rows } = await sql<{ number: string }>`select nextval(${`number_${element.kind}`}::regclass) as number`.execute(tx)
  const number = Number(rows[0]?.number)
  const name = requireName(element.name)
  const summary = element.summary ?? ""
  await tx
    .insertInto("element")
    .values({
      id, kind: element.kind, number, name, summary,
      sortKey: sortKey(name), searchText: searchText(element.kind, number, name, summary),
      version: 1, createdAt: element.now, updatedAt: element.now, archivedAt: null,
    })
    .execute()
  return { id, number, code: codeOf(element.kind, number) }
}

/** Writes name and summary and moves the version on by one; returns the new version. */
export async function writeElement(
  tx: Tx,
  element: Pick<ElementRow, "id" | "kind" | "number" | "version">,
  next: { name: string; summary: string },
  now: Date,
): Promise<number> {
  const name = requireName(next.name)
  await tx
    .updateTable("element")
    .set({
      name, summary: next.summary, sortKey: sortKey(name),
      searchText: searchText(element.kind, element.number, name, next.summary),
      version: element.version + 1, updatedAt: now,
    })
    .where("id", "=", element.id)
    .execute()
  return element.version + 1
}

/** Archives or restores: the record leaves or rejoins every list and figure; returns what changed. */
export async function setArchived(tx: Tx, element: ElementRow, archived: boolean, now: Date): Promise<RecordChange[]> {
  if (archived === (element.archivedAt !== null)) return []
  const version = element.version + 1
  await tx
    .updateTable("element")
    .set({ archivedAt: archived ? now : null, version, updatedAt: now })
    .where("id", "=", element.id)
    .execute()
  return [{
    kind: element.kind, id: element.id, action: archived ? "archived" : "restored",
    before: { archived: !archived }, after: { archived }, version, about: [element.id],
  }]
}

/** The change of a record whose version has just moved on. */
export function changed(record: { kind: string; id: string; version: number; about?: readonly string[] }, before: Snapshot, after: Snapshot): RecordChange {
  return { kind: record.kind, id: record.id, action: "changed", before, after, version: record.version + 1, about: record.about ?? [record.id] }
}

/** The change of a record that has just been made. */
export function created(record: { kind: string; id: string; about?: readonly string[] }, after: Snapshot): RecordChange {
  return { kind: record.kind, id: record.id, action: "created", before: null, after, version: 1, about: record.about ?? [record.id] }
}

/** The change of a row that has just been taken away. */
export function removed(record: { kind: string; id: string; version?: number; about: readonly string[] }, before: Snapshot): RecordChange {
  return { kind: record.kind, id: record.id, action: "removed", before, after: null, version: (record.version ?? 1) + 1, about: record.about }
}

function requireName(name: string): string {
  const trimmed = visibleText(name).trim()
  if (trimmed === "") throw new RuleError("Give it a name.", { field: "name" })
  if (trimmed.length > 200) throw new RuleError("A name has at most 200 characters. Put the rest into the summary.", { field: "name" })
  return trimmed
}

/** The text by which a record is found: its short id, name and summary. */
export function searchText(kind: ElementKind, number: number, name: string, summary: string): string {
  return fold(`${codeOf(kind, number)} ${name} ${summary}`).slice(0, 4000)
}
