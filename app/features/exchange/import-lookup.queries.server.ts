// Finding the records that a file names, many at once: by short id, by the file's own ids and by name.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { sortKey } from "~/core/fold"
import { chainKinds, codeOf, type ChainKind } from "~/features/elements/element"
import { nameKey, type Known } from "./file-index"

/** What a file names, collected before one looks. */
export interface Wanted {
  /** "goal 12" */
  codes: Set<string>
  names: Set<string>
  foreign: Set<string>
}

export interface Lookup {
  byId: Map<string, Known>
  byCode: Map<string, Known>
  byName: Map<string, Known[]>
  byForeign: Map<string, Known[]>
}

export interface SourceAsked {
  /** null: the file has no ids of its own */
  sourceId: string | null
  /** our own export: ids of any source, and ours */
  own: boolean
}

const columns = ["element.id", "element.kind", "element.number", "element.name", "element.version", "element.archivedAt"] as const
const atOnce = 500

/** Looks everything up in a few short statements. */
export async function lookUp(db: ReadDb, wanted: Wanted, source: SourceAsked): Promise<Lookup> {
  const found: Lookup = { byId: new Map(), byCode: new Map(), byName: new Map(), byForeign: new Map() }
  for (const codes of parts(wanted.codes)) {
    const pairs = codes.map((code) => ({ kind: code.split(" ")[0], number: Number(code.split(" ")[1]) }))
    const rows = await db
      .selectFrom("element").select(columns).where("kind", "in", chainKinds).$narrowType<{ kind: ChainKind }>()
      .where(sql<boolean>`(element.kind, element.number) in (select kind, number from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(kind text, number int))`)
      .execute()
    for (const row of rows) keep(found, row)
  }
  for (const names of parts(wanted.names)) {
    const rows = await db
      .selectFrom("element").select(columns).where("kind", "in", chainKinds).$narrowType<{ kind: ChainKind }>()
      .where(sql<boolean>`element.sort_key = any(${[...new Set(names.map(sortKey))]}::text[])`)
      .execute()
    for (const row of rows) keep(found, row)
  }
  for (const ids of parts(wanted.foreign)) await lookUpForeign(db, found, ids, source)
  await withoutUndone(db, found)
  return found
}

async function lookUpForeign(db: ReadDb, found: Lookup, ids: readonly string[], source: SourceAsked): Promise<void> {
  if (source.own) {
    const ours = ids.flatMap((id) => /^id-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]?.toLowerCase() ?? [])
    const rows = ours.length === 0 ? [] : await db.selectFrom("element").select(columns).where("kind", "in", chainKinds).$narrowType<{ kind: ChainKind }>().where("id", "=", sql<string>`any(${ours}::uuid[])`).execute()
    for (const row of rows) push(found.byForeign, `id-${row.id}`, keep(found, row))
  }
  if (source.sourceId === null && !source.own) return
  let query = db
    .selectFrom("sourceElement").innerJoin("element", "element.id", "sourceElement.elementId").select(columns).select("sourceElement.foreignId").where("element.kind", "in", chainKinds).$narrowType<{ kind: ChainKind }>()
    .where("sourceElement.foreignId", "=", sql<string>`any(${[...ids]}::text[])`)
  if (!source.own) query = query.where("sourceElement.sourceId", "=", source.sourceId)
  for (const { foreignId, ...row } of await query.execute()) {
    const one = keep(found, row)
    if (!found.byForeign.get(foreignId)?.includes(one)) push(found.byForeign, foreignId, one)
  }
}

/** Which of some records have an id of this source already: one that is found by name must not get a second. */
export async function foreignIdsOf(db: ReadDb, ids: readonly string[], sourceId: string): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await db
      .selectFrom("sourceElement").select(["elementId", "foreignId"])
      .where("sourceId", "=", sourceId).where("elementId", "=", sql<string>`any(${ids.slice(from, from + atOnce)}::uuid[])`).execute()
    for (const { elementId, foreignId } of rows) if (elementId !== null) known.set(elementId, foreignId)
  }
  return known
}

/** What an undone import had made is archived and does not stand in the way of bringing it again. */
async function withoutUndone(db: ReadDb, found: Lookup): Promise<void> {
  const archived = [...found.byId.values()].filter((one) => one.archived).map(({ id }) => id)
  for (let from = 0; from < archived.length; from += atOnce) {
    const rows = await db
      .selectFrom("change").innerJoin("import", "import.operationId", "change.operationId").select("change.recordId")
      .where("change.recordId", "=", sql<string>`any(${archived.slice(from, from + atOnce)}::uuid[])`)
      .where("change.action", "=", "created").where("import.state", "=", "undone").execute()
    for (const { recordId } of rows) {
      const gone = found.byId.get(recordId)
      if (!gone) continue
      // one that is named by its short id is still found, and refused as archived
      const key = nameKey(gone.kind, gone.name)
      found.byName.set(key, (found.byName.get(key) ?? []).filter((one) => one !== gone))
    }
  }
}

function keep(found: Lookup, row: { id: string; kind: ChainKind; number: number; name: string; version: number; archivedAt: Date | null }): Known {
  const known = found.byId.get(row.id)
  if (known) return known
  const { id, kind, name, version } = row
  const one: Known = { id, kind, code: codeOf(kind, row.number), name, version, archived: row.archivedAt !== null }
  found.byId.set(id, one)
  found.byCode.set(one.code, one)
  push(found.byName, nameKey(kind, name), one)
  return one
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function parts(texts: ReadonlySet<string>): string[][] {
  const all = [...texts]
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce))
}
