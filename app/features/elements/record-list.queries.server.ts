// The parts that lists of one kind of record share: filtered rows, their order, their owners and links.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { codeOf, parseCode, type ChainKind, type ElementRef } from "./element"
import { asRef } from "./elements.queries.server"
import { filterValues, type ListAsk } from "./list"
import { fitsSearch } from "./list.queries.server"
import type { Link } from "./links.queries.server"

/** Rows of a kind that fit the search, `owner=P-3` or `owner=none`, and `archived=yes`; nothing is selected or ordered yet. */
export function recordsOf(db: ReadDb, kind: ChainKind, ask: ListAsk) {
  const archived = filterValues(ask, "archived").includes("yes")
  let query = db.selectFrom("element").where("element.kind", "=", kind).where("element.archivedAt", archived ? "is not" : "is", null).where(fitsSearch(ask.q))
  const owners = filterValues(ask, "owner")
  if (owners.length > 0) {
    const owned = sql`select 1 from responsibility part join element owner on owner.id = part.person_id where part.element_id = element.id and part.role = 'accountable'`
    const some = sql<boolean>`exists (${owned} and owner.number = any(${numbersIn(owners, "person")}::int[]))`
    query = query.where(owners.includes("none") ? sql<boolean>`(${some} or not exists (${owned}))` : some)
  }
  return query
}

/** Only rows linked in this way with one of the records named by short ids; rows without any such link for "none". */
export function linkedWith(values: readonly string[], link: { relation: string; row: "from" | "to"; other: ChainKind }): RawBuilder<boolean> {
  const [mine, theirs] = link.row === "from" ? [sql.ref("tie.from_id"), sql.ref("tie.to_id")] : [sql.ref("tie.to_id"), sql.ref("tie.from_id")]
  const ties = sql`select 1 from link tie join element other on other.id = ${theirs} and other.archived_at is null
    where ${mine} = element.id and tie.relation = ${link.relation} and other.kind = ${link.other}`
  const some = sql<boolean>`exists (${ties} and other.number = any(${numbersIn(values, link.other)}::int[]))`
  return values.includes("none") ? sql<boolean>`(${some} or not exists (${ties}))` : some
}

/** The name under which the owner sorts; null without one. */
export const ownerSortKey = sql<string | null>`(select owner.sort_key from responsibility part join element owner on owner.id = part.person_id
  where part.element_id = element.id and part.role = 'accountable')`

/** The order of a list: by group, then as asked, then by name and id, so that it is the same at every load. Unknown values come last. */
export function orderOf(ask: ListAsk, keys: Readonly<Record<string, RawBuilder<unknown>>>, groups: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<unknown> {
  const group = groups[ask.group]
  const key = keys[ask.sort.key]
  const parts = [
    ...(group ? [sql`${group} asc nulls last`] : []),
    ...(key ? [ask.sort.descending ? sql`${key} desc nulls last` : sql`${key} asc nulls last`] : []),
    ...(ask.sort.key === "name" && ask.sort.descending ? [sql`element.sort_key desc`, sql`element.id desc`] : [sql`element.sort_key`, sql`element.id`]),
  ]
  return sql.join(parts)
}

/** Whether the row's id is among these, for gaps that are worked out from the whole graph. */
export function among(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`(element.id = any(${[...ids]}::uuid[]))`
}

/** Rows after the last one of the portion before, in order of name and id. */
export function comesAfter(row: { sortKey: string; id: string } | null): RawBuilder<boolean> {
  return row === null ? sql<boolean>`true` : sql<boolean>`(element.sort_key, element.id) > (${row.sortKey}, ${row.id}::uuid)`
}

/** The owner of each record that has one. */
export async function ownerRefs(db: ReadDb, ids: readonly string[]): Promise<Map<string, ElementRef>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom("responsibility").innerJoin("element", "element.id", "responsibility.personId")
    .select(["elementId", "element.id", "element.number", "element.name"])
    .where("elementId", "in", [...ids]).where("role", "=", "accountable").execute()
  return new Map(rows.map((row) => [row.elementId, asRef({ ...row, kind: "person" })]))
}

/** Everybody who owns a record of this kind, for the filter. */
export async function ownersOfKind(db: ReadDb, kind: "service" | "application" | "function"): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("element").select(["id", "number", "name"])
    .where("id", "in", db.selectFrom("responsibility").select("personId").where("elementKind", "=", kind).where("role", "=", "accountable"))
    .orderBy("sortKey").orderBy("id").limit(200).execute()
  return rows.map((row) => asRef({ ...row, kind: "person" }))
}

export type LinkedRow = Pick<Link, "id" | "relation" | "note" | "criticality" | "fit" | "seats" | "yearlyCost" | "version"> & { outgoing: boolean; other: ElementRef }

/** The links of some records to records that are not archived, by record, each with its other end, in order of that end's name. */
export async function linksOfMany(db: ReadDb, ids: readonly string[]): Promise<Map<string, LinkedRow[]>> {
  const byRecord = new Map<string, LinkedRow[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return byRecord
  const side = (mine: "fromId" | "toId", theirs: "fromId" | "toId") =>
    db
      .selectFrom("link").innerJoin("element", "element.id", `link.${theirs}`)
      .select(["link.id", "relation", "note", "criticality", "fit", "seats", "yearlyCost", "link.version", `link.${mine} as recordId`])
      .select(["element.id as otherId", "element.kind", "element.number", "element.name", "element.sortKey"])
      .where(`link.${mine}`, "in", [...ids]).where("element.archivedAt", "is", null)
      .orderBy("element.sortKey").orderBy("link.id")
  for (const [outgoing, rows] of [[true, await side("fromId", "toId").execute()], [false, await side("toId", "fromId").execute()]] as const)
    for (const { recordId, otherId, kind, number, name, sortKey: _, ...link } of rows)
      byRecord.get(recordId)?.push({ ...link, outgoing, other: { id: otherId, kind, code: codeOf(kind, number), name } })
  return byRecord
}

function numbersIn(codes: readonly string[], kind: ChainKind): number[] {
  return codes.map(parseCode).flatMap((code) => (code?.kind === kind ? [code.number] : []))
}
