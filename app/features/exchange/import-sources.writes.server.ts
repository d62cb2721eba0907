// Keeping, with an applied import, what the file calls its records, what we have no word for, and what its headings meant.
import { sql } from "kysely"
import type { Tx } from "~/core/database.server"
import { fold } from "~/core/fold"
import { newId } from "~/core/ids"
import { storable } from "~/core/storable"
import type { FileChoices, FileLook } from "./brought"

/** Keeps every element, relationship and own id of the file; what was there before belongs to the import that brought it. */
export async function keepSource(tx: Tx, importId: string, source: NonNullable<FileLook["source"]>, own: boolean, now: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into source (id, key, name, about, created_at) values (${newId(now.getTime())}::uuid, ${source.key}, ${source.name}, ${storable(source.about)}::jsonb, ${now}::timestamptz)
    on conflict (key) do update set name = excluded.name, about = excluded.about returning id`.execute(tx)
  const sourceId = rows[0]?.id ?? ""
  // our own export names our records and what other files brought: only what is new in it is kept under its name
  const isNew = own
    ? sql`not exists (select 1 from source_element s where s.foreign_id = e.brought->>'foreignId') and not exists (select 1 from element x where 'id-' || x.id::text = e.brought->>'foreignId')`
    : sql`true`
  await sql`
    insert into source_element (source_id, foreign_id, type, name, documentation, properties, element_id, import_id)
    select distinct on (e.brought->>'foreignId') ${sourceId}::uuid, e.brought->>'foreignId', e.brought->>'type', coalesce(e.brought->>'name', ''), e.brought->>'documentation',
      e.brought->'properties', x.id, ${importId}::uuid
    from import_row e
      left join import_row r on r.import_id = e.import_id and r.part = 'record' and r.brought->>'foreignId' = e.brought->>'foreignId'
      left join element x on x.id = r.record_id
    where e.import_id = ${importId}::uuid and e.part = 'element' and ${isNew}
    order by e.brought->>'foreignId', x.id nulls last
    on conflict (source_id, foreign_id) do update set type = excluded.type, name = excluded.name, documentation = excluded.documentation,
      properties = excluded.properties, element_id = coalesce(excluded.element_id, source_element.element_id)`.execute(tx)
  await sql`
    insert into source_element (source_id, foreign_id, type, name, documentation, properties, element_id, import_id)
    select distinct on (e.brought->>'foreignId') ${sourceId}::uuid, e.brought->>'foreignId', e.brought->>'type', coalesce(e.brought->>'name', ''), '', e.brought->'properties', x.id, ${importId}::uuid
    from import_row e join element x on x.id = e.record_id
    where e.import_id = ${importId}::uuid and e.part = 'record' and e.brought->>'foreignId' is not null and ${isNew}
    order by e.brought->>'foreignId', e.n
    on conflict (source_id, foreign_id) do update set element_id = excluded.element_id`.execute(tx)
  const isNewRelation = own
    ? sql`not exists (select 1 from source_relationship s where s.foreign_id = e.brought->>'foreignId') and not exists (select 1 from link x where 'id-' || x.id::text = e.brought->>'foreignId')`
    : sql`true`
  await sql`
    insert into source_relationship (source_id, foreign_id, type, from_id, to_id, name, documentation, attributes, properties, standing, link_id, child_id, import_id)
    select distinct on (e.brought->>'foreignId') ${sourceId}::uuid, e.brought->>'foreignId', e.brought->>'type', e.brought->>'fromId', e.brought->>'toId', coalesce(e.brought->>'name', ''),
      e.brought->>'documentation', e.brought->'attributes', e.brought->'properties',
      case when e.brought->>'standing' <> 'converted' or k.id is not null or c.id is not null then e.brought->>'standing'
        when r.verdict = 'refused' then 'refused' else 'kept' end,
      k.id, c.id, ${importId}::uuid
    from import_row e
      left join import_row r on r.import_id = e.import_id and r.part in ('link', 'parent') and r.brought->>'foreignId' = e.brought->>'foreignId'
      left join link k on k.id = r.record_id and r.part = 'link'
      left join element c on c.id = r.record_id and r.part = 'parent' and r.verdict <> 'refused'
    where e.import_id = ${importId}::uuid and e.part = 'relationship' and ${isNewRelation}
    order by e.brought->>'foreignId', k.id nulls last, c.id nulls last
    on conflict (source_id, foreign_id) do update set type = excluded.type, from_id = excluded.from_id, to_id = excluded.to_id, name = excluded.name,
      documentation = excluded.documentation, attributes = excluded.attributes, properties = excluded.properties, standing = excluded.standing,
      link_id = excluded.link_id, child_id = excluded.child_id`.execute(tx)
  return sourceId
}

/** Remembers what the headings of a file meant, for the next one. */
export async function rememberColumns(tx: Tx, look: FileLook, choices: FileChoices): Promise<void> {
  const rows = look.sheets.flatMap(({ kind, columns }) =>
    kind === "skip" ? [] : columns.filter(({ heading, key, field }) => heading.trim() !== "" && (field !== "" || choices.columns?.[key] === ""))
      .map(({ heading, field }) => ({ kind, heading: fold(heading), field })))
  const once = [...new Map(rows.map((row) => [`${row.kind} ${row.heading}`, row])).values()]
  if (once.length === 0) return
  await tx.insertInto("columnChoice").values(once).onConflict((oc) => oc.columns(["kind", "heading"]).doUpdateSet((eb) => ({ field: eb.ref("excluded.field") }))).execute()
}
