// The one statement that reads what F8 and F9 need of some subjects: the database counts people and points, the rules judge afterwards.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { roleLevels, type RoleLevel } from "~/features/units/unit"

/**
 * Each part as rows of values in the order named here; a part without any row is null. Subjects are told by their place among those asked
 * for (from 0), units, conversations and role levels by theirs: thousands of rows repeat them.
 */
export interface CoverageRows {
  /** percent of voices, days open, time zone */
  settings: [number, number, string] | null
  /** id, name, what it is part of: live units alone */
  units: [string, string, string | null][] | null
  /** unit's id, role level in words, people directly in it */
  headcounts: [string, RoleLevel, number | null][] | null
  /** subject, affected unit */
  touched: [number, number][] | null
  /** subject, affected unit, role level, people heard in the unit or below it, each once */
  voices: [number, number, number, number][] | null
  /** subject, person's id, name, was heard about it */
  mustHear: [number, string, string, boolean][] | null
  /** subject, id, unit's id, role level in words, headcount, reason */
  corrections: [number, string, string, RoleLevel, number, string][] | null
  /** subject, reason, who says so */
  nobody: [number, string, string | null][] | null
  /** opened (null: not yet), closed, options, doing nothing among them, plain summary with costs and effects */
  conversations: [string | null, string | null, number, boolean, boolean][] | null
  /** a stage, and the subjects with the conversations that asked about them in it */
  held: [string | null, [number, number][]][] | null
  /** subject, points, those answered */
  points: [number, number, number][] | null
}

/**
 * Reads them all at once, for one subject as for thousands. People are counted for every affected unit, also one below another:
 * which of them make the cross-section is the rules' to say.
 */
export async function coverageRows(db: ReadDb, subjectIds: readonly string[]): Promise<CoverageRows> {
  const { rows } = await sql<CoverageRows>`
    with recursive asked as materialized (select id, (place - 1)::int as n from unnest(${[...subjectIds]}::uuid[]) with ordinality as list (id, place)),
    unit_place as materialized (
      select u.id, u.parent_id, e.name, (row_number() over (order by u.id) - 1)::int as n from unit u join element e on e.id = u.id where e.archived_at is null
    ),
    upwards as (
      select n, n as above, parent_id as next_id from unit_place
      union select upwards.n, up.n, up.parent_id from upwards join unit_place up on up.id = upwards.next_id
    ),
    ${touchedUnits},
    touched as materialized (select asked.n, unit.n as unit from named join asked using (id) join unit_place unit on unit.id = named.unit_id),
    corrected as materialized (select asked.n, a.id, a.unit_id, a.role_level, a.headcount, a.reason, a.created_at from affected_correction a join asked on asked.id = a.subject_id),
    affected as (select n, unit from touched union select corrected.n, unit.n from corrected join unit_place unit on unit.id = corrected.unit_id),
    within as materialized (select affected.n, affected.unit, upwards.n as part from affected join upwards on upwards.above = affected.unit),
    talk as materialized (
      select c.id, (row_number() over (order by c.id) - 1)::int as talk, c.opened_at, c.closed_at, e.summary <> '' and c.costs <> '' and c.effects <> '' as explained
      from consultation c join element e on e.id = c.id and e.archived_at is null
      where c.state <> 'cancelled' and c.id in (select s.consultation_id from consultation_subject s join asked on asked.id = s.subject_id)
    ),
    live as materialized (
      select asked.n, asked.id as subject_id, s.consultation_id, talk.talk, talk.opened_at is not null as is_opened, s.stage_when_opened
      from consultation_subject s join asked on asked.id = s.subject_id join talk on talk.id = s.consultation_id
    ),
    -- one row below for each person in an affected unit and role level, however often they were heard
    heard as (
      select live.n, within.unit, p.role_level, p.person_id from live join participation p on p.consultation_id = live.consultation_id and p.heard_at is not null and p.role_level is not null
        join unit_place part on part.id = p.unit_id join within on within.n = live.n and within.part = part.n
      group by live.n, within.unit, p.role_level, p.person_id
    ),
    voices as (select n, unit, role_level, count(*)::int as people from heard group by n, unit, role_level),
    wanted as materialized (select distinct live.n, p.person_id from live join participation p on p.consultation_id = live.consultation_id and p.must_hear),
    listened as (
      select distinct wanted.n, wanted.person_id from wanted join participation p on p.person_id = wanted.person_id and p.heard_at is not null
        join live on live.n = wanted.n and live.consultation_id = p.consultation_id
    ),
    choices as (select o.consultation_id, count(*) as options, bool_or(o.is_nothing) as has_nothing from consultation_option o where o.consultation_id in (select id from talk) group by o.consultation_id),
    held as (select stage_when_opened as stage, json_agg(array[n, talk]) as about from live where is_opened group by stage_when_opened),
    said as (
      select live.n, count(*)::int as points, count(f.disposition)::int as answered from live
        join feedback f on f.consultation_id = live.consultation_id and f.withdrawn_at is null and (f.subject_id is null or f.subject_id = live.subject_id)
      group by live.n
    )
    select
      (select json_build_array(voice_percent, open_days, time_zone) from company limit 1) as settings,
      (select json_agg(json_build_array(id, name, parent_id) order by n) from unit_place) as units,
      (select json_agg(json_build_array(unit_id, role_level, headcount)) from unit_headcount) as headcounts,
      (select json_agg(array[n, unit]) from touched) as touched,
      (select json_agg(array[n, unit, array_position(${[...roleLevels]}::text[], role_level) - 1, people]) from voices) as voices,
      (select json_agg(json_build_array(w.n, w.person_id, e.name, l.n is not null) order by e.sort_key, e.id)
        from wanted w join element e on e.id = w.person_id left join listened l on l.n = w.n and l.person_id = w.person_id) as must_hear,
      (select json_agg(json_build_array(n, id, unit_id, role_level, headcount, reason) order by created_at) from corrected) as corrections,
      (select json_agg(json_build_array(asked.n, said_so.reason, e.name)) from asked join nobody_affected said_so on said_so.subject_id = asked.id left join element e on e.id = said_so.said_by) as nobody,
      (select json_agg(json_build_array(opened_at, closed_at, coalesce(options, 0), coalesce(has_nothing, false), explained) order by talk) from talk left join choices on choices.consultation_id = talk.id) as conversations,
      (select json_agg(json_build_array(stage, about)) from held) as held,
      (select json_agg(array[n, points, answered]) from said) as points`.execute(db)
  const [found] = rows
  if (!found) throw new Error("The statement that reads coverage gave no row.")
  return found
}

/** The units that each subject touches: told to be affected, or using what it is, changes, supports or is delivered by. */
export async function affectedUnits(db: ReadDb, subjectIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ subjectId: string; unitId: string }>`
    with asked as (select unnest(${[...subjectIds]}::uuid[]) as id), ${touchedUnits}
    select named.id as subject_id, named.unit_id from named join element unit on unit.id = named.unit_id and unit.archived_at is null`.execute(db)
  const touched = new Map<string, string[]>()
  for (const { subjectId, unitId } of rows) touched.set(subjectId, [...(touched.get(subjectId) ?? []), unitId])
  return touched
}

/** Reads the subjects from `asked` of the same statement; archived units are still among those named. */
const touchedUnits: RawBuilder<unknown> = sql`named as (
      select asked.id, l.to_id as unit_id from asked join link l on l.from_id = asked.id and l.relation = 'affects'
      union select asked.id, u.from_id from asked join link c on c.from_id = asked.id and c.relation in ('introduces', 'improves', 'replaces', 'retires')
        join link u on u.to_id = c.to_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link u on u.to_id = asked.id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link d on d.to_id = asked.id and d.relation = 'delivers' join link u on u.to_id = d.from_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link s on s.to_id = asked.id and s.relation = 'supports' join link u on u.to_id = s.from_id and u.relation = 'uses'
      union select asked.id, a.to_id from asked join link c on c.to_id = asked.id and c.relation = 'contributes to'
        join element work on work.id = c.from_id and work.archived_at is null join link a on a.from_id = c.from_id and a.relation = 'affects'
      union select asked.id, t.to_id from asked join decision_tie t on t.decision_id = asked.id and t.relation = 'affects'
      union select asked.id, u.from_id from asked join decision_tie t on t.decision_id = asked.id and t.relation in ('adopts', 'permits', 'retires')
        join link u on u.to_id = t.to_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join decision_tie t on t.decision_id = asked.id and t.relation = 'governs'
        join link p on p.to_id = t.to_id and p.relation = 'performs' join element tool on tool.id = p.from_id and tool.archived_at is null
        join link u on u.to_id = p.from_id and u.relation = 'uses'
    )`
