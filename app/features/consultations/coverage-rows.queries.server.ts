// The one statement that reads what F8 and F9 need of some subjects: the database counts people and points, the rules judge afterwards.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import type { RoleLevel } from "~/features/units/unit"

/** Each part as rows of values in the order named here; a part without any row is null. */
export interface CoverageRows {
  /** percent of voices, days open, time zone */
  settings: [number, number, string] | null
  /** id, name, what it is part of: live units alone */
  units: [string, string, string | null][] | null
  /** unit, role level, people directly in it */
  headcounts: [string, RoleLevel, number | null][] | null
  /** subject, affected unit */
  touched: [string, string][] | null
  /** subject, affected unit, role level, people heard in the unit or below it, each once */
  voices: [string, string, RoleLevel, number][] | null
  /** subject, person, name, was heard about it */
  mustHear: [string, string, string, boolean][] | null
  /** subject, id, unit, role level, headcount, reason */
  corrections: [string, string, string, RoleLevel, number, string][] | null
  /** subject, reason, who says so */
  nobody: [string, string, string | null][] | null
  /** id, opened, closed, options, doing nothing among them, plain summary with costs and effects */
  conversations: [string, string, string | null, number, boolean, boolean][] | null
  /** subject, conversation, its stage then */
  held: [string, string, string | null][] | null
  /** subject, points, those answered */
  points: [string, number, number][] | null
}

/**
 * Reads them all at once, for one subject as for thousands. People are counted for every affected unit, also one below another:
 * which of them make the cross-section is the rules' to say.
 */
export async function coverageRows(db: ReadDb, subjectIds: readonly string[]): Promise<CoverageRows> {
  const { rows } = await sql<CoverageRows>`
    with recursive asked as materialized (select unnest(${[...subjectIds]}::uuid[]) as id),
    place as materialized (select u.id, u.parent_id, e.name from unit u join element e on e.id = u.id where e.archived_at is null),
    upwards as (
      select id, id as above from place
      union select upwards.id, place.parent_id from upwards join place on place.id = upwards.above join place up on up.id = place.parent_id
    ),
    ${touchedUnits},
    corrected as materialized (select a.id as row_id, a.subject_id, a.unit_id, a.role_level, a.headcount, a.reason, a.created_at from affected_correction a join asked on asked.id = a.subject_id),
    affected as materialized (select subject_id, unit_id from touched union select subject_id, unit_id from corrected),
    live as materialized (
      select s.subject_id, s.consultation_id, s.stage_when_opened from asked join consultation_subject s on s.subject_id = asked.id
        join consultation c on c.id = s.consultation_id and c.state <> 'cancelled' join element record on record.id = c.id and record.archived_at is null
    ),
    -- a row below holds no person more than once in an affected unit and role level
    heard as (
      select live.subject_id, affected.unit_id, p.role_level, p.person_id from live join participation p on p.consultation_id = live.consultation_id and p.heard_at is not null and p.role_level is not null
        join upwards on upwards.id = p.unit_id join affected on affected.subject_id = live.subject_id and affected.unit_id = upwards.above
      group by live.subject_id, affected.unit_id, p.role_level, p.person_id
    ),
    voices as (select subject_id, unit_id, role_level, count(*) as people from heard group by subject_id, unit_id, role_level),
    wanted as materialized (select distinct live.subject_id, p.person_id from live join participation p on p.consultation_id = live.consultation_id and p.must_hear),
    answered as (
      select distinct wanted.subject_id, wanted.person_id from wanted join participation p on p.person_id = wanted.person_id and p.heard_at is not null
        join live on live.subject_id = wanted.subject_id and live.consultation_id = p.consultation_id
    ),
    talk as materialized (
      select c.id, c.opened_at, c.closed_at, e.summary <> '' and c.costs <> '' and c.effects <> '' as explained
      from consultation c join element e on e.id = c.id where c.opened_at is not null and c.id in (select consultation_id from live)
    ),
    choices as (select o.consultation_id, count(*) as options, bool_or(o.is_nothing) as has_nothing from consultation_option o where o.consultation_id in (select id from talk) group by o.consultation_id),
    said as (
      select live.subject_id, count(*) as points, count(f.disposition) as done from live
        join feedback f on f.consultation_id = live.consultation_id and f.withdrawn_at is null and (f.subject_id is null or f.subject_id = live.subject_id)
      group by live.subject_id
    )
    select
      (select json_build_array(voice_percent, open_days, time_zone) from company limit 1) as settings,
      (select json_agg(json_build_array(id, name, parent_id)) from place) as units,
      (select json_agg(json_build_array(h.unit_id, h.role_level, h.headcount)) from unit_headcount h) as headcounts,
      (select json_agg(json_build_array(subject_id, unit_id)) from touched) as touched,
      (select json_agg(json_build_array(subject_id, unit_id, role_level, people)) from voices) as voices,
      (select json_agg(json_build_array(w.subject_id, w.person_id, e.name, a.person_id is not null) order by e.sort_key, e.id)
        from wanted w join element e on e.id = w.person_id left join answered a on a.subject_id = w.subject_id and a.person_id = w.person_id) as must_hear,
      (select json_agg(json_build_array(subject_id, row_id, unit_id, role_level, headcount, reason) order by created_at) from corrected) as corrections,
      (select json_agg(json_build_array(n.subject_id, n.reason, e.name)) from asked join nobody_affected n on n.subject_id = asked.id left join element e on e.id = n.said_by) as nobody,
      (select json_agg(json_build_array(talk.id, talk.opened_at, talk.closed_at, coalesce(o.options, 0), coalesce(o.has_nothing, false), talk.explained)) from talk left join choices o on o.consultation_id = talk.id) as conversations,
      (select json_agg(json_build_array(live.subject_id, live.consultation_id, live.stage_when_opened)) from live join talk on talk.id = live.consultation_id) as held,
      (select json_agg(json_build_array(subject_id, points, done)) from said) as points`.execute(db)
  const [found] = rows
  if (!found) throw new Error("The statement that reads coverage gave no row.")
  return found
}

/** The units that each subject touches: told to be affected, or using what it is, changes, supports or is delivered by. */
export async function affectedUnits(db: ReadDb, subjectIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ subjectId: string; unitId: string }>`
    with asked as (select unnest(${[...subjectIds]}::uuid[]) as id), ${touchedUnits}
    select subject_id, unit_id from touched`.execute(db)
  const touched = new Map<string, string[]>()
  for (const { subjectId, unitId } of rows) touched.set(subjectId, [...(touched.get(subjectId) ?? []), unitId])
  return touched
}

/** Reads the subjects from `asked` of the same statement. */
const touchedUnits: RawBuilder<unknown> = sql`named as (
      select asked.id, l.to_id as unit_id from asked join link l on l.from_id = asked.id and l.relation = 'affects'
      union select asked.id, u.from_id from asked join link c on c.from_id = asked.id and c.relation in ('introduces', 'improves', 'replaces', 'retires')
        join link u on u.to_id = c.to_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link u on u.to_id = asked.id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link d on d.to_id = asked.id and d.relation = 'delivers' join link u on u.to_id = d.from_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link s on s.to_id = asked.id and s.relation = 'supports' join link u on u.to_id = s.from_id and u.relation = 'uses'
      union select asked.id, a.to_id from asked join link c on c.to_id = asked.id and c.relation = 'contributes to'
        join element work on work.id = c.from_id and work.archived_at is null join link a on a.from_id = c.from_id and a.relation = 'affects'
    ),
    touched as materialized (select named.id as subject_id, named.unit_id from named join element unit on unit.id = named.unit_id and unit.archived_at is null)`
