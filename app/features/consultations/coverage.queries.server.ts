// Reading F8 and F9 of some subjects at once: who is affected, who was heard, and how they were asked. As many queries for one as for a thousand.
import { sql } from "kysely"
import type { RoleLevel } from "~/features/units/unit"
import { calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { unitTree } from "~/features/units/units.queries.server"
import { coverageOf, type Coverage, type MustHear, type Voice } from "./coverage"
import { affectedAbove, strataOf, topmost, type Correction } from "./cross-section"
import { fairnessOf, type FairnessCheck, type Held } from "./fairness"

export interface Asked {
  coverage: Coverage
  /** why nobody is affected, and who says so; null where nobody said that */
  nobody: { reason: string; by: string | null } | null
  corrections: (Correction & { id: string; reason: string })[]
  fairness: { holds: boolean; checks: FairnessCheck[] }
  /** conversations about it that were opened, the latest first */
  lastOpenedOn: CalendarDate | null
  points: { all: number; answered: number }
}

interface Settings {
  voicePercent: number
  openDays: number
  timeZone: string
}

/** What is known of each subject; `now` says which day it is in the company's time zone. */
export async function askedAbout(db: ReadDb, subjectIds: readonly string[], now: Date): Promise<Map<string, Asked>> {
  if (subjectIds.length === 0) return new Map()
  const ids = [...subjectIds]
  const [settings, tree, affected, heard, corrections, nobody, held, points] = [
    await settingsOf(db), await unitTree(db), await affectedUnits(db, ids), await participants(db, ids), await correctionsOf(db, ids), await nobodyOf(db, ids), await heldAbout(db, ids), await pointsAbout(db, ids),
  ]
  const units = new Map(tree.map(({ id, name, parentId, headcount }) => [id, { id, name, parentId, headcount }]))
  return new Map(ids.map((id) => {
    const own = corrections.get(id) ?? []
    const touched = affected.get(id) ?? []
    const chosen = new Set(topmost([...touched, ...own.map(({ unitId }) => unitId)], units))
    const strata = nobody.has(id) ? [] : strataOf(touched, units, own)
    const people = heard.get(id) ?? []
    const voices = people.flatMap(({ personId, isHeard, unitId, roleLevel }): Voice[] => {
      const counts = affectedAbove(unitId, chosen, units)
      return isHeard && counts !== null && roleLevel !== null ? [{ personId, unitId: counts, roleLevel }] : []
    })
    const conversations = held.get(id) ?? []
    const said = points.get(id) ?? { all: 0, answered: 0 }
    const day = (at: Date | null) => (at === null ? null : calendarDate(at, settings.timeZone))
    const asked: Held[] = conversations.map(({ openedAt, closedAt, ...one }) => ({ ...one, openedOn: day(openedAt), closedOn: day(closedAt) }))
    return [id, {
      coverage: coverageOf({ strata, voices, mustHear: mustHearOf(people), percent: settings.voicePercent }),
      nobody: nobody.get(id) ?? null, corrections: own, points: said,
      fairness: fairnessOf({ held: asked, points: said, openDays: settings.openDays, today: calendarDate(now, settings.timeZone) }),
      lastOpenedOn: asked.reduce<CalendarDate | null>((last, { openedOn }) => (openedOn !== null && (last === null || openedOn > last) ? openedOn : last), null),
    }]
  }))
}

async function settingsOf(db: ReadDb): Promise<Settings> {
  const row = await db.selectFrom("company").select(["voicePercent", "openDays", "timeZone"]).executeTakeFirst()
  return row ?? { voicePercent: 10, openDays: 10, timeZone: "UTC" }
}

/** The units that each subject touches: told to be affected, or using what it is, changes, supports or is delivered by. */
export async function affectedUnits(db: ReadDb, subjectIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ subjectId: string; unitId: string }>`
    with asked as (select unnest(${[...subjectIds]}::uuid[]) as id),
    touched as (
      select asked.id, l.to_id as unit_id from asked join link l on l.from_id = asked.id and l.relation = 'affects'
      union select asked.id, u.from_id from asked join link c on c.from_id = asked.id and c.relation in ('introduces', 'improves', 'replaces', 'retires')
        join link u on u.to_id = c.to_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link u on u.to_id = asked.id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link d on d.to_id = asked.id and d.relation = 'delivers' join link u on u.to_id = d.from_id and u.relation = 'uses'
      union select asked.id, u.from_id from asked join link s on s.to_id = asked.id and s.relation = 'supports' join link u on u.to_id = s.from_id and u.relation = 'uses'
      union select asked.id, a.to_id from asked join link c on c.to_id = asked.id and c.relation = 'contributes to'
        join element work on work.id = c.from_id and work.archived_at is null join link a on a.from_id = c.from_id and a.relation = 'affects'
    )
    select touched.id as "subjectId", touched.unit_id as "unitId" from touched join element unit on unit.id = touched.unit_id and unit.archived_at is null`.execute(db)
  return grouped(rows, ({ subjectId }) => subjectId, ({ unitId }) => unitId)
}

interface Participant {
  personId: string
  name: string
  mustHear: boolean
  isHeard: boolean
  unitId: string | null
  roleLevel: RoleLevel | null
}

async function participants(db: ReadDb, ids: readonly string[]): Promise<Map<string, Participant[]>> {
  const rows = await liveSubjects(db, ids)
    .innerJoin("participation", "participation.consultationId", "s.consultationId").innerJoin("element as person", "person.id", "participation.personId")
    .select(["s.subjectId", "participation.personId", "person.name", "participation.mustHear", "participation.heardAt", "participation.unitId", "participation.roleLevel"]).execute()
  return grouped(rows, ({ subjectId }) => subjectId, ({ heardAt, subjectId: _, ...row }) => ({ ...row, isHeard: heardAt !== null }))
}

function mustHearOf(people: readonly Participant[]): MustHear[] {
  const wanted = new Map<string, MustHear>()
  for (const { personId, name } of people.filter(({ mustHear }) => mustHear))
    wanted.set(personId, { personId, name, heard: people.some((one) => one.personId === personId && one.isHeard) })
  return [...wanted.values()]
}

async function correctionsOf(db: ReadDb, ids: readonly string[]) {
  const rows = await db.selectFrom("affectedCorrection").select(["id", "subjectId", "unitId", "roleLevel", "headcount", "reason"]).where("subjectId", "in", ids).orderBy("createdAt").execute()
  return grouped(rows, ({ subjectId }) => subjectId, ({ subjectId: _, ...row }) => row)
}

async function nobodyOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, { reason: string; by: string | null }>> {
  const rows = await db.selectFrom("nobodyAffected").leftJoin("element", "element.id", "nobodyAffected.saidBy").select(["subjectId", "reason", "element.name as by"]).where("subjectId", "in", ids).execute()
  return new Map(rows.map(({ subjectId, ...row }) => [subjectId, row]))
}

/** Conversations that were opened and neither called off nor archived, with what was said when they opened. */
async function heldAbout(db: ReadDb, ids: readonly string[]) {
  const rows = await liveSubjects(db, ids)
    .innerJoin("element as talk", "talk.id", "s.consultationId")
    .select(["s.subjectId", "c.openedAt", "c.closedAt", "s.stageWhenOpened"])
    .select((eb) => [
      sql<number>`(select count(*)::int from consultation_option o where o.consultation_id = c.id)`.as("options"),
      eb.exists(eb.selectFrom("consultationOption as o").select("o.id").whereRef("o.consultationId", "=", "c.id").where("o.isNothing", "=", true)).as("hasNothing"),
      sql<boolean>`(talk.summary <> '' and c.costs <> '' and c.effects <> '')`.as("explained"),
    ])
    .where("c.openedAt", "is not", null).execute()
  return grouped(rows, ({ subjectId }) => subjectId, ({ subjectId: _, hasNothing, ...row }) => ({ ...row, hasNothing: Boolean(hasNothing) }))
}

/** Every point of a conversation about the subject counts, whoever may read it. */
async function pointsAbout(db: ReadDb, ids: readonly string[]): Promise<Map<string, { all: number; answered: number }>> {
  const rows = await liveSubjects(db, ids)
    .innerJoin("feedback as f", "f.consultationId", "s.consultationId")
    .select(["s.subjectId", sql<number>`count(*)::int`.as("all"), sql<number>`count(f.disposition)::int`.as("answered")])
    .where("f.withdrawnAt", "is", null)
    .where((eb) => eb.or([eb("f.subjectId", "is", null), eb("f.subjectId", "=", eb.ref("s.subjectId"))]))
    .groupBy("s.subjectId").execute()
  return new Map(rows.map(({ subjectId, ...row }) => [subjectId, row]))
}

function liveSubjects(db: ReadDb, ids: readonly string[]) {
  return db
    .selectFrom("consultationSubject as s").innerJoin("consultation as c", "c.id", "s.consultationId").innerJoin("element as record", "record.id", "c.id")
    .where("s.subjectId", "in", [...ids]).where("c.state", "!=", "cancelled").where("record.archivedAt", "is", null)
}

function grouped<Row, Value>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Value): Map<string, Value[]> {
  const found = new Map<string, Value[]>()
  for (const row of rows) {
    const list = found.get(key(row))
    if (list) list.push(value(row))
    else found.set(key(row), [value(row)])
  }
  return found
}
