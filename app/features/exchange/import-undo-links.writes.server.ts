// Taking back the links of an import: made ones go, changed ones get their fields back, and every initiative keeps one main goal.
import { sql } from "kysely"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { changed, removed } from "~/features/elements/element.writes.server"
import { linkSnapshot, primaryAmong, type LinkFields, type Strength } from "~/features/elements/link"
import { beforeOf, planUndo, type NetEntry } from "~/features/elements/undo"
import { updateSet } from "./set.writes.server"

type LinkRow = LinkFields & { id: string; fromId: string; relation: string; toId: string; version: number }

/** Takes back what still stands as the import left it; the ids of links changed since are `left`. */
export async function takeBackLinks(tx: Tx, entries: readonly NetEntry[]): Promise<{ changes: RecordChange[]; left: string[] }> {
  const changes: RecordChange[] = []
  const left: string[] = []
  const works = new Set<string>()
  const marks = new Set<string>()
  for (let from = 0; from < entries.length; from += 500) {
    const portion = entries.slice(from, from + 500)
    const rows = await linkRows(tx, sql`id = any(${portion.map(({ recordId }) => recordId)}::uuid[])`)
    const planned = planUndo(portion, rows)
    left.push(...planned.left)
    const made = planned.todo.filter(({ entry }) => entry.action === "created").map(({ record }) => record)
    if (made.length > 0) await tx.deleteFrom("link").where("id", "in", made.map(({ id }) => id)).execute()
    changes.push(...made.map((link) => removed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, snapshotOf(link))))
    const edited = planned.todo.filter(({ entry }) => entry.action === "changed")
    const writes = edited.map(({ entry, record }) => {
      const before = snapshotOf(record)
      const after: Snapshot = { ...before, ...beforeOf(entry) }
      if (after.isPrimary === true && before.isPrimary !== true) marks.add(record.id)
      return { record, before, after: { ...after, isPrimary: after.isPrimary === true && before.isPrimary === true } as Snapshot }
    })
    await updateSet(tx, "link", writes.map(({ record, after }) => ({ id: record.id, ...fieldsOf(after), version: record.version + 1 })))
    changes.push(...writes.map(({ record, before, after }) => changed({ kind: "link", id: record.id, version: record.version, about: [record.fromId, record.toId] }, before, after)))
    for (const { relation, fromId } of rows) if (relation === "contributes to") works.add(fromId)
  }
  await markAgain(tx, [...works], marks, changes)
  return { changes, left }
}

/** Gives the mark back to the link that had it; where another has it now, that one keeps it. */
async function markAgain(tx: Tx, works: readonly string[], marks: ReadonlySet<string>, changes: RecordChange[]): Promise<void> {
  const at = new Map(changes.map((change, index) => [change.id, index]))
  for (let from = 0; from < works.length; from += 500) {
    const portion = works.slice(from, from + 500)
    const rows = await linkRows(tx, sql`relation = 'contributes to' and from_id = any(${portion}::uuid[])`)
    const marked = portion.flatMap((work) => {
      const mine = rows.filter(({ fromId }) => fromId === work)
      if (mine.length === 0 || mine.some(({ isPrimary }) => isPrimary)) return []
      const chosen = mine.find(({ id }) => marks.has(id))?.id ?? primaryAmong(mine.map((link) => ({ ...link, strength: link.strength ?? 3 })))
      return mine.filter(({ id }) => id === chosen)
    })
    await updateSet(tx, "linkMark", marked.map(({ id, version }) => ({ id, isPrimary: true, version: at.has(id) ? version : version + 1 })))
    for (const link of marked) {
      const known = changes[at.get(link.id) ?? -1]
      if (known?.after) known.after.isPrimary = true
      else changes.push(changed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, snapshotOf(link), { ...snapshotOf(link), isPrimary: true }))
    }
  }
}

async function linkRows(tx: Tx, which: ReturnType<typeof sql>): Promise<LinkRow[]> {
  const rows = await tx
    .selectFrom("link")
    .select(["id", "fromId", "relation", "toId", "strength", "isPrimary", "note", "mandatory", "lagDays", "criticality", "fit", "seats", "yearlyCost", "version"])
    .where(sql<boolean>`${which}`).orderBy("createdAt").orderBy("id").forUpdate().execute()
  return rows.map((row) => ({ ...row, strength: row.strength as Strength | null }))
}

function snapshotOf(link: LinkRow): Snapshot {
  return linkSnapshot(link as LinkRow & Parameters<typeof linkSnapshot>[0])
}

function fieldsOf(after: Snapshot): LinkFields {
  const { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost } = after as unknown as LinkFields
  return { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }
}
