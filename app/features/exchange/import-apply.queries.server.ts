// What applying an import locks and checks: that every record it would change still stands as its preview saw it.
import { sql } from "kysely"
import type { Snapshot } from "~/core/change"
import type { ReadDb, Tx } from "~/core/database.server"
import { goalLevels } from "~/features/goals/goal"
import { prerequisites } from "~/features/elements/links.queries.server"
import { stakeRelation } from "./brought"
import { onCircles, refusedPlaces } from "./circles"
import { treeOf } from "./import-records.queries.server"
import { profileFields, standingFields } from "./party-parts"
import { treeKinds } from "./record-shape"

export interface StandingRecord {
  number: number
  version: number
}

export interface RowToWrite {
  n: number
  part: string
  kind: string
  verdict: string
  recordId: string
  before: Snapshot | null
  after: Snapshot
  brought: { through?: unknown }
}

const atOnce = 500
const partyFields = sql`${[...profileFields, ...standingFields]}::text[]`
const written = sql`r.ticked and r.verdict in ('new', 'changed', 'offered')`

/** The ticked rows of a part (and kind) in the order of the file, a few hundred at a time. */
export async function* rowsToWrite(db: ReadDb, importId: string, which: { parts: readonly string[]; kind?: string }): AsyncGenerator<RowToWrite[]> {
  for (let last = -1; ; ) {
    const { rows } = await sql<RowToWrite>`
      select r.n, r.part, r.kind, r.verdict, r.record_id, r.before, r.after, case when r.part = 'offer' then r.brought else '{}' end as brought
      from import_row r
      where r.import_id = ${importId}::uuid and r.n > ${last} and r.part = any(${[...which.parts]}::text[]) and ${written}
        and (${which.kind ?? null}::text is null or r.kind = ${which.kind ?? null}::text)
      order by r.n limit ${atOnce}`.execute(db)
    const portion = rows
    if (portion.length > 0) yield portion
    const end = portion.at(-1)
    if (!end || portion.length < atOnce) return
    last = end.n
  }
}

/** Which kinds, relations and places the ticked rows touch: what must be locked before they are checked. */
export async function touchedBy(db: ReadDb, importId: string): Promise<{ trees: string[]; approves: boolean; people: boolean; stands: boolean }> {
  const { rows } = await sql<{ part: string; kind: string; placed: boolean; approves: boolean; people: boolean; stands: boolean }>`
    select r.part, r.kind, bool_or(r.after->>'parentId' is distinct from r.before->>'parentId') as placed,
      bool_or(r.kind = 'initiative' and r.after->>'status' in ('approved', 'in progress', 'on hold', 'completed')
        and coalesce(r.before->>'status', '') not in ('approved', 'in progress', 'on hold', 'completed')) as approves,
      bool_or(r.kind = 'person' and r.part = 'record' and r.verdict = 'changed' and r.before - ${partyFields} <> r.after - ${partyFields}) as people,
      bool_or((r.part = 'link' and r.kind = ${stakeRelation}) or (r.kind = 'person' and r.part = 'record' and exists (
        select from unnest(${[...standingFields]}::text[]) f where nullif(r.after->f, 'null') is distinct from nullif(r.before->f, 'null')))) as stands
    from import_row r where r.import_id = ${importId}::uuid and ${written} group by r.part, r.kind`.execute(db)
  const trees = treeKinds.filter((kind) => rows.some((row) => row.kind === kind && row.placed && (row.part === "record" || row.part === "parent")))
  const needs = rows.some((row) => row.kind === "requires") ? ["requires"] : []
  return { trees: [...trees, ...needs], approves: rows.some(({ approves }) => approves), people: rows.some(({ people }) => people), stands: rows.some(({ stands }) => stands) }
}

/** Locks every record and link that would change, in one order, and gives the rows whose record is not as the preview saw it. */
export async function lockAndCheck(tx: Tx, importId: string): Promise<{ moved: Set<number>; standing: Map<string, StandingRecord> }> {
  const moved = new Set<number>()
  const standing = new Map<string, StandingRecord>()
  const of = sql`r.import_id = ${importId}::uuid and ${written}`
  const elements = await sql<{ n: number; id: string; number: number; version: number; same: boolean }>`
    select r.n, e.id, e.number, e.version, e.version = r.record_version and e.archived_at is null as same
    from import_row r join element e on e.id = r.record_id
    where ${of} and r.part in ('record', 'parent') and r.record_version is not null order by e.id for update of e`.execute(tx)
  for (const { n, id, number, version, same } of elements.rows) {
    standing.set(id, { number, version })
    if (!same) moved.add(n)
  }
  const others = [
    sql`select r.n from import_row r join link l on l.id = r.record_id where ${of} and r.part = 'link' and r.verdict = 'changed' and l.version <> r.record_version`,
    sql`select r.n from import_row r where ${of} and r.part = 'link' and r.verdict = 'changed' and not exists (select 1 from link l where l.id = r.record_id)`,
    sql`select r.n from import_row r join measure m on m.id = r.record_id where ${of} and r.kind = 'measure' and (m.version <> r.record_version or m.archived_at is not null)`,
    sql`select r.n from import_row r left join responsibility p on p.element_id = r.record_id and p.role = 'accountable'
        where ${of} and r.part = 'record' and r.verdict = 'changed' and r.before ? 'owner' and p.person_id::text is distinct from r.before->>'owner'`,
    sql`select r.n from import_row r join link l on l.from_id = (r.after->>'fromId')::uuid and l.relation = r.after->>'relation' and l.to_id = (r.after->>'toId')::uuid
        where ${of} and r.part in ('link', 'offer') and r.verdict in ('new', 'offered')`,
    sql`select r.n from import_row r left join stakeholder p on p.person_id = r.record_id
        where ${of} and r.kind = 'person' and r.part = 'record' and r.verdict = 'changed'
          and (coalesce(p.listening_style, 'standard'), coalesce(p.contact_preference, '')) is distinct from (r.before->>'listeningStyle', r.before->>'contactPreference')`,
    sql`select r.n from import_row r left join standing p on p.person_id = r.record_id and p.subject_id is null
        where ${of} and r.kind = 'person' and r.part = 'record' and r.verdict = 'changed' and r.before ? 'influence'
          and (p.influence::text, p.interest::text, p.engagement_now, p.engagement_wanted)
            is distinct from (r.before->>'influence', r.before->>'interest', r.before->>'engagementNow', r.before->>'engagementWanted')`,
    sql`select r.n from import_row r join standing p on p.person_id = (r.after->>'fromId')::uuid and p.subject_id = (r.after->>'toId')::uuid
        where ${of} and r.part = 'link' and r.kind = ${stakeRelation} and r.verdict = 'new'`,
    sql`select r.n from import_row r join import i on i.id = r.import_id join source s on s.key = i.look->'source'->>'key'
          join source_element x on x.source_id = s.id and x.foreign_id = r.brought->>'foreignId'
          join element e on e.id = x.element_id and e.archived_at is null
        where ${of} and r.part = 'record' and r.verdict = 'new' and e.kind = r.kind`,
  ]
  await sql`select l.id from import_row r join link l on l.id = r.record_id where ${of} and r.part = 'link' and r.verdict = 'changed' order by l.id for update of l`.execute(tx)
  await sql`select m.id from import_row r join measure m on m.id = r.record_id where ${of} and r.kind = 'measure' order by m.id for update of m`.execute(tx)
  for (const query of others) for (const { n } of (await sql<{ n: number }>`${query}`.execute(tx)).rows) moved.add(n)
  return { moved, standing }
}

/** The rows that something done since the preview would turn wrong: a name that is there now, an end that was archived, a circle. */
export async function overtaken(tx: Tx, importId: string): Promise<Set<number>> {
  const of = sql`r.import_id = ${importId}::uuid and ${written}`
  const { rows } = await sql<{ n: number }>`
    select r.n from import_row r join element e on e.kind = r.kind and lower(e.name) = lower(r.name) and e.archived_at is null
    where ${of} and r.part = 'record' and r.verdict = 'new' and r.brought->>'foreignId' is null
    union
    select r.n from import_row r
      cross join lateral (values (r.after->>'parentId'), (r.after->>'owner'), (r.after->>'sponsorId'), (r.after->>'unitId'), (r.after->>'goalId'), (r.after->>'fromId'), (r.after->>'toId')) v(id)
      join element e on e.id = v.id::uuid and e.archived_at is not null
    where ${of}`.execute(tx)
  const found = new Set(rows.map(({ n }) => n))
  for (const kind of treeKinds) {
    const placed = await sql<{ n: number; id: string; parent: string | null }>`
      select r.n, r.record_id as id, r.after->>'parentId' as parent from import_row r
      where ${of} and r.kind = ${kind} and r.part in ('record', 'parent') order by r.part desc, r.n`.execute(tx)
    if (placed.rows.length === 0) continue
    const parentOf = new Map([...(await treeOf(tx, kind))].map(([id, { parentId }]) => [id, parentId]))
    const proposed = new Map(placed.rows.map(({ id, parent }) => [id, parent]))
    const wrong = refusedPlaces(parentOf, proposed, kind === "goal" ? goalLevels.length : null)
    for (const { n, id } of placed.rows) if (wrong.has(id)) found.add(n)
  }
  const needs = await sql<{ n: number; from: string; to: string }>`
    select r.n, r.after->>'fromId' as from, r.after->>'toId' as to from import_row r where ${of} and r.kind = 'requires' and r.verdict <> 'changed'`.execute(tx)
  const edges = [...needs.rows, ...[...(await prerequisites(tx))].flatMap(([from, all]) => all.map((to) => ({ n: -1, from, to })))]
  if (needs.rows.length > 0) for (const { n } of onCircles(edges)) if (n >= 0) found.add(n)
  return found
}

/** New records that are not ticked: what names them is left out with them. */
export async function leftOut(db: ReadDb, importId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("importRow").select(["recordId", "name"])
    .where("importId", "=", importId).where("part", "=", "record").where("verdict", "=", "new").where("ticked", "=", false).execute()
  return new Map(rows.flatMap(({ recordId, name }) => (recordId === null ? [] : [[recordId, name] as const])))
}

/** The ticked rows that name one of some records, with the one they name. */
export async function rowsNaming(db: ReadDb, importId: string, ids: readonly string[]): Promise<{ n: number; part: string; verdict: string; recordId: string; name: string; named: string }[]> {
  const { rows } = await sql<{ n: number; part: string; verdict: string; recordId: string; name: string; named: string }>`
    select distinct on (r.n) r.n, r.part, r.verdict, r.record_id, r.name, v.id as named from import_row r
      cross join lateral (values (r.after->>'parentId'), (r.after->>'owner'), (r.after->>'sponsorId'), (r.after->>'unitId'), (r.after->>'goalId'), (r.after->>'fromId'), (r.after->>'toId'),
        (case when r.part = 'parent' then r.record_id::text end)) v(id)
    where r.import_id = ${importId}::uuid and ${written} and v.id = any(${[...ids]}::text[]) order by r.n`.execute(db)
  return rows
}
