// What goes into a model that we write: what sources brought and what is ours, read by key, each portion a statement.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { chainKinds, type ChainKind } from "~/features/elements/element"
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
  record: { id: string; kind: ChainKind; name: string; summary: string; archived: boolean } | null
}
export interface RelationshipGivenBack extends GivenBack {
  fromId: string
  toId: string
  attributes: Readonly<Record<string, string>>
  standing: "converted" | "offered" | "kept" | "refused"
  linkId: string | null
  /** the record that became part of another one by it, and what that is part of now */
  childId: string | null
  parentId: string | null
}
export interface OwnRecord {
  id: string
  kind: ChainKind
  name: string
  summary: string
}
/** A link, or a "part of" whose id is that of the part. */
export interface Join {
  id: string
  relation: Relation | "part of"
  note: string
  fromId: string
  toId: string
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

/** What a source brought as elements, with the records as they are now. */
export function elementsOf(db: ReadDb, sourceId: string): AsyncGenerator<ElementGivenBack[]> {
  return portions(async (after) => {
    const { rows } = await sql<GivenBack & { recordId: string | null; kind: ChainKind; recordName: string; summary: string; archived: boolean }>`
      select given.foreign_id, given.type, given.name, given.documentation, given.properties,
        element.id as record_id, element.kind, element.name as record_name, element.summary, element.archived_at is not null as archived
      from source_element given left join element on element.id = given.element_id
      where given.source_id = ${sourceId} and given.foreign_id > ${after}
      order by given.foreign_id limit ${portion}`.execute(db)
    return rows.map(({ recordId, kind, recordName, summary, archived, ...given }) => ({
      ...given, record: recordId === null ? null : { id: recordId, kind, name: recordName, summary, archived },
    }))
  }, "", ({ foreignId }) => foreignId)
}

/** What a source brought as relationships, with what became of them. */
export function relationshipsOf(db: ReadDb, sourceId: string): AsyncGenerator<RelationshipGivenBack[]> {
  return portions(async (after) => {
    const { rows } = await sql<RelationshipGivenBack>`
      select r.foreign_id, r.type, r.name, r.documentation, r.properties, r.from_id, r.to_id, r.attributes, r.standing, r.link_id, r.child_id,
        coalesce(goal.parent_id, unit.parent_id, capability.parent_id) as parent_id
      from source_relationship r
      left join goal on goal.id = r.child_id left join unit on unit.id = r.child_id left join capability on capability.id = r.child_id
      where r.source_id = ${sourceId} and r.foreign_id > ${after}
      order by r.foreign_id limit ${portion}`.execute(db)
    return rows
  }, "", ({ foreignId }) => foreignId)
}

const lowest = "00000000-0000-0000-0000-000000000000"

/** Every record that is not archived, groups among them, but no people: names of persons stay at home. */
export function recordsOfOurs(db: ReadDb): AsyncGenerator<OwnRecord[]> {
  return portions((after) => db.selectFrom("element").select(["id", "kind", "name", "summary"])
    .where("archivedAt", "is", null).where("kind", "in", chainKinds).where((eb) => eb.or([eb("kind", "!=", "person"), eb("id", "in", eb.selectFrom("person").select("person.id").where("groupHeadcount", "is not", null))])).$narrowType<{ kind: ChainKind }>().where("id", ">", after).orderBy("id").limit(portion).execute(), lowest, ({ id }) => id)
}

/** Every link and "part of", whether its ends go out or not. */
export function joinsOfOurs(db: ReadDb): AsyncGenerator<Join[]> {
  return portions(async (after) => {
    const { rows } = await sql<Join>`
      select id, relation, note, from_id, to_id from (
        select id, relation, note, from_id, to_id from link
        union all select id, 'part of', '', id, parent_id from goal where parent_id is not null
        union all select id, 'part of', '', id, parent_id from unit where parent_id is not null
        union all select id, 'part of', '', id, parent_id from capability where parent_id is not null) joined
      where id > ${after} order by id limit ${portion}`.execute(db)
    return rows
  }, lowest, ({ id }) => id)
}

/** Portions by key until one is not full; each is a statement of its own, so that nobody waits. */
async function* portions<Row>(read: (after: string) => Promise<Row[]>, lowest: string, keyOf: (row: Row) => string): AsyncGenerator<Row[]> {
  for (let after = lowest; ;) {
    const rows = await read(after)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = keyOf(last)
  }
}
