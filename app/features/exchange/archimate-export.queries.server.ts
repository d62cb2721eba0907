// What goes into a model that we write: what sources brought and what is ours, read by key, each portion a statement.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { ElementKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import type { PropertyDefinition } from "./archimate-model"
import type { KeptProperty } from "./brought"

const portion = 1000

export interface ModelSource {
  id: string
  key: string
  propertyDefinitions: readonly PropertyDefinition[]
}

export interface GivenBack {
  foreignId: string
  type: string
  name: string
  documentation: string
  properties: readonly KeptProperty[]
}
export interface ElementGivenBack extends GivenBack {
  /** the record that stands for it, as it is now; null for what we have no word for */
  record: { id: string; kind: ElementKind; name: string; summary: string; archived: boolean } | null
}
export interface RelationshipGivenBack extends GivenBack {
  fromId: string
  toId: string
  attributes: Readonly<Record<string, string>>
}
/** How a record is named in the model: by what the first source calls it, or null where it is only ours. */
export interface Named {
  id: string
  sourceId: string | null
  foreignId: string | null
}

/** The installation as a model; null before it is set up. */
export async function modelOfCompany(db: ReadDb): Promise<{ id: string; name: string; purpose: string } | null> {
  return (await db.selectFrom("company").select(["id", "name", "purpose"]).executeTakeFirst()) ?? null
}

/** The models that were brought in, oldest first. */
export async function modelSources(db: ReadDb): Promise<ModelSource[]> {
  const rows = await db.selectFrom("source").select(["id", "key", "about"]).where("key", "like", "archimate:%").orderBy("createdAt").orderBy("id").execute()
  return rows.map(({ id, key, about }) => ({ id, key, propertyDefinitions: definitionsIn(about) }))
}

function definitionsIn(about: unknown): PropertyDefinition[] {
  const given = typeof about === "object" && about !== null && "propertyDefinitions" in about ? about.propertyDefinitions : []
  return Array.isArray(given) ? given : []
}

/** Ids that stand in more than one source, or for a property's definition as well, with the sources they stand in. */
export async function clashingIds(db: ReadDb, sources: readonly ModelSource[]): Promise<{ foreignId: string; sourceId: string }[]> {
  if (sources.length < 2) return []
  const ids = sources.map(({ id }) => id)
  const definitions = [...new Set(sources.flatMap(({ propertyDefinitions }) => propertyDefinitions.map(({ id }) => id)))]
  const { rows } = await sql<{ foreignId: string; sourceId: string }>`
    with given as (
      select foreign_id, source_id from source_element where source_id = any(${ids})
      union all select foreign_id, source_id from source_relationship where source_id = any(${ids})
      union all select defined, null from unnest(${definitions}::text[]) defined)
    select foreign_id, source_id from given
    where source_id is not null and foreign_id in (select foreign_id from given group by foreign_id having count(*) > 1)`.execute(db)
  return rows
}

const isOurs = "^id-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"

/** What a source brought as elements; in our own model given back to us (`own`), ids of ours are our records. */
export async function* elementsOf(db: ReadDb, sourceId: string, own: boolean): AsyncGenerator<ElementGivenBack[]> {
  for (let after = ""; ;) {
    const { rows } = await sql<GivenBack & { recordId: string | null; kind: ElementKind; recordName: string; summary: string; archived: boolean }>`
      select given.foreign_id, given.type, given.name, given.documentation, given.properties,
        element.id as record_id, element.kind, element.name as record_name, element.summary, element.archived_at is not null as archived
      from source_element given
      left join element on element.id = coalesce(given.element_id,
        case when ${own} and given.foreign_id ~ ${isOurs} then substr(given.foreign_id, 4)::uuid end)
      where given.source_id = ${sourceId} and given.foreign_id > ${after}
      order by given.foreign_id limit ${portion}`.execute(db)
    yield rows.map(({ recordId, kind, recordName, summary, archived, ...given }) => ({
      ...given, record: recordId === null ? null : { id: recordId, kind, name: recordName, summary, archived },
    }))
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = last.foreignId
  }
}

export async function* relationshipsOf(db: ReadDb, sourceId: string): AsyncGenerator<RelationshipGivenBack[]> {
  for (let after = ""; ;) {
    const { rows } = await sql<RelationshipGivenBack>`
      select foreign_id, type, name, documentation, properties, from_id, to_id, attributes from source_relationship
      where source_id = ${sourceId} and foreign_id > ${after} order by foreign_id limit ${portion}`.execute(db)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = last.foreignId
  }
}

/**
 * Relationships that are not given back: their link or "part of" was removed since, or an end is archived or not there.
 * Those that end at one of these are left out as well, however long the chain.
 */
export async function relationshipsGone(db: ReadDb, sources: readonly ModelSource[], ownSourceId: string | null): Promise<Set<string>> {
  const ids = sources.map(({ id }) => id)
  const { rows } = await sql<{ sourceId: string; foreignId: string }>`
    select r.source_id, r.foreign_id from source_relationship r
    left join source_element f on f.source_id = r.source_id and f.foreign_id = r.from_id
    left join source_element t on t.source_id = r.source_id and t.foreign_id = r.to_id
    left join element fe on fe.id = coalesce(f.element_id, case when f.source_id = ${ownSourceId} and f.foreign_id ~ ${isOurs} then substr(f.foreign_id, 4)::uuid end)
    left join element te on te.id = coalesce(t.element_id, case when t.source_id = ${ownSourceId} and t.foreign_id ~ ${isOurs} then substr(t.foreign_id, 4)::uuid end)
    left join source_relationship fr on fr.source_id = r.source_id and fr.foreign_id = r.from_id
    left join source_relationship tr on tr.source_id = r.source_id and tr.foreign_id = r.to_id
    left join goal on goal.id = r.child_id left join unit on unit.id = r.child_id left join capability on capability.id = r.child_id
    where r.source_id = any(${ids}) and (
      (f.foreign_id is null and fr.foreign_id is null) or (t.foreign_id is null and tr.foreign_id is null)
      or fe.archived_at is not null or te.archived_at is not null
      or (r.standing = 'converted' and r.link_id is null
        and (r.child_id is null or coalesce(goal.parent_id, unit.parent_id, capability.parent_id) is distinct from fe.id))
      or (r.standing = 'kept' and r.source_id = ${ownSourceId} and r.foreign_id ~ ${isOurs}
        and not exists (select from link where link.id = case when r.foreign_id ~ ${isOurs} then substr(r.foreign_id, 4)::uuid end)))`.execute(db)
  const gone = new Set(rows.map(({ sourceId, foreignId }) => `${sourceId} ${foreignId}`))
  await addWhatEndsThere(db, ids, gone)
  return gone
}

async function addWhatEndsThere(db: ReadDb, sourceIds: readonly string[], gone: Set<string>): Promise<void> {
  if (gone.size === 0) return
  const { rows } = await sql<{ sourceId: string; foreignId: string; fromId: string; toId: string }>`
    select r.source_id, r.foreign_id, r.from_id, r.to_id from source_relationship r
    where r.source_id = any(${sourceIds}) and exists (
      select from source_relationship e where e.source_id = r.source_id and e.foreign_id in (r.from_id, r.to_id))`.execute(db)
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const { sourceId, foreignId, fromId, toId } of rows)
      if (gone.has(`${sourceId} ${fromId}`) || gone.has(`${sourceId} ${toId}`)) gone.add(`${sourceId} ${foreignId}`)
  }
}

/** Records that no model brought, without people: names of persons stay at home. */
export async function* ownRecords(db: ReadDb, ownSourceId: string | null): AsyncGenerator<{ id: string; kind: ElementKind; name: string; summary: string }[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const { rows } = await sql<{ id: string; kind: ElementKind; name: string; summary: string }>`
      select e.id, e.kind, e.name, e.summary from element e
      where e.id > ${after} and e.archived_at is null and e.kind <> 'person'
        and not exists (select from source_element given join source on source.id = given.source_id
          where given.element_id = e.id and source.key like 'archimate:%')
        and not exists (select from source_element given where given.source_id = ${ownSourceId} and given.foreign_id = 'id-' || e.id)
      order by e.id limit ${portion}`.execute(db)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = last.id
  }
}

/** What a link or "part of" of ours joins, both ends as the model names them. */
export interface OwnJoin {
  id: string
  relation: Relation | "part of"
  note: string
  from: Named
  to: Named
}
interface OwnJoinRow {
  id: string
  relation: Relation | "part of"
  note: string
  fromId: string
  fromSource: string | null
  fromForeign: string | null
  toId: string
  toSource: string | null
  toForeign: string | null
}

/** Links and "part of" that no model brought, between records that are not archived. */
export async function* ownJoins(db: ReadDb, ownSourceId: string | null): AsyncGenerator<OwnJoin[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const { rows } = await sql<OwnJoinRow>`
      with ours as (
        select link.id, link.relation, link.note, link.from_id, link.to_id from link
        where link.id > ${after} and not exists (
          select from source_relationship r join source on source.id = r.source_id
          where source.key like 'archimate:%' and (r.link_id = link.id or (r.source_id = ${ownSourceId} and r.foreign_id = 'id-' || link.id)))
        union all
        select part.id, 'part of', '', part.id, part.parent_id
        from (select id, parent_id from goal union all select id, parent_id from unit union all select id, parent_id from capability) part
        where part.id > ${after} and part.parent_id is not null and not exists (
          select from source_relationship r join source on source.id = r.source_id
          join source_element whole on whole.source_id = r.source_id and whole.foreign_id = r.from_id
          where source.key like 'archimate:%' and r.child_id = part.id and whole.element_id = part.parent_id))
      select ours.id, ours.relation, ours.note, ours.from_id, ours.to_id,
        f.source_id as from_source, f.foreign_id as from_foreign, t.source_id as to_source, t.foreign_id as to_foreign
      from ours
      join element fe on fe.id = ours.from_id and fe.archived_at is null and fe.kind <> 'person'
      join element te on te.id = ours.to_id and te.archived_at is null and te.kind <> 'person'
      left join lateral (select given.source_id, given.foreign_id from source_element given join source on source.id = given.source_id
        where given.element_id = fe.id and source.key like 'archimate:%' order by source.created_at, source.id, given.foreign_id limit 1) f on true
      left join lateral (select given.source_id, given.foreign_id from source_element given join source on source.id = given.source_id
        where given.element_id = te.id and source.key like 'archimate:%' order by source.created_at, source.id, given.foreign_id limit 1) t on true
      order by ours.id limit ${portion}`.execute(db)
    yield rows.map((row) => ({
      id: row.id, relation: row.relation, note: row.note,
      from: { id: row.fromId, sourceId: row.fromSource, foreignId: row.fromForeign },
      to: { id: row.toId, sourceId: row.toSource, foreignId: row.toForeign },
    }))
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = last.id
  }
}
