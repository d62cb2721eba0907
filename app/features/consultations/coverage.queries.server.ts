// F8 and F9 of some subjects at once: who is affected, who was heard, and how they were asked. One statement for one as for a thousand.
import { calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { unknownHeadcount } from "~/features/units/unit"
import { coverageOf, type Coverage, type MustHear } from "./coverage"
import { coverageRows, type CoverageRows } from "./coverage-rows.queries.server"
import { strataOf, type Correction, type UnitInTree } from "./cross-section"
import { fairnessOf, type FairnessCheck, type Held, type Points } from "./fairness"

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

/** What is known of each subject; `now` says which day it is in the company's time zone. */
export async function askedAbout(db: ReadDb, subjectIds: readonly string[], now: Date): Promise<Map<string, Asked>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await coverageRows(db, subjectIds)
  const [percent, openDays, timeZone] = rows.settings ?? [10, 10, "UTC"]
  const today = calendarDate(now, timeZone)
  const units = unitsOf(rows)
  const touched = bySubject(rows.touched, ([, unitId]) => unitId)
  const voices = bySubject(rows.voices, ([, unitId, roleLevel, people]) => ({ unitId, roleLevel, people }))
  const mustHear = bySubject(rows.mustHear, ([, personId, name, heard]): MustHear => ({ personId, name, heard }))
  const corrections = bySubject(rows.corrections, ([, id, unitId, roleLevel, headcount, reason]) => ({ id, unitId, roleLevel, headcount, reason }))
  const nobody = new Map((rows.nobody ?? []).map(([subjectId, reason, by]) => [subjectId, { reason, by }]))
  const held = heldAbout(rows, timeZone)
  const points = new Map((rows.points ?? []).map(([subjectId, all, answered]): [string, Points] => [subjectId, { all, answered }]))
  return new Map(subjectIds.map((id) => {
    const own = corrections.get(id) ?? []
    const strata = nobody.has(id) ? [] : strataOf(touched.get(id) ?? [], units, own)
    const asked = held.get(id) ?? []
    const said = points.get(id) ?? { all: 0, answered: 0 }
    return [id, {
      coverage: coverageOf({ strata, voices: voices.get(id) ?? [], mustHear: mustHear.get(id) ?? [], percent }),
      nobody: nobody.get(id) ?? null, corrections: own, points: said,
      fairness: fairnessOf({ held: asked, points: said, openDays, today }),
      lastOpenedOn: asked.reduce<CalendarDate | null>((last, { openedOn }) => (openedOn !== null && (last === null || openedOn > last) ? openedOn : last), null),
    }]
  }))
}

function unitsOf(rows: CoverageRows): Map<string, UnitInTree> {
  const units = new Map((rows.units ?? []).map(([id, name, parentId]): [string, UnitInTree] => [id, { id, name, parentId, headcount: { ...unknownHeadcount } }]))
  for (const [unitId, roleLevel, headcount] of rows.headcounts ?? []) {
    const unit = units.get(unitId)
    if (unit) unit.headcount[roleLevel] = headcount
  }
  return units
}

/** Conversations that were opened and neither called off nor archived, with what was said when they opened. */
function heldAbout(rows: CoverageRows, timeZone: string): Map<string, Held[]> {
  const days = new Map<string, CalendarDate>()
  const day = (at: string | null): CalendarDate | null => {
    if (at === null) return null
    const known = days.get(at) ?? calendarDate(new Date(at), timeZone)
    days.set(at, known)
    return known
  }
  const conversations = new Map((rows.conversations ?? []).map(([id, openedAt, closedAt, options, hasNothing, explained]) => [
    id, { openedOn: day(openedAt), closedOn: day(closedAt), options, hasNothing, explained },
  ]))
  const about = new Map<string, Held[]>()
  for (const [subjectId, consultationId, stageWhenOpened] of rows.held ?? []) {
    const conversation = conversations.get(consultationId)
    if (conversation) put(about, subjectId, { ...conversation, stageWhenOpened })
  }
  return about
}

function bySubject<Row extends [string, ...unknown[]], Value>(rows: readonly Row[] | null, value: (row: Row) => Value): Map<string, Value[]> {
  const found = new Map<string, Value[]>()
  for (const row of rows ?? []) put(found, row[0], value(row))
  return found
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
