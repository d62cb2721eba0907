// F8 and F9 of some subjects at once: who is affected, who was heard, and how they were asked. One statement for one as for a thousand.
import { calendarDate, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { roleLevels, unknownHeadcount } from "~/features/units/unit"
import { coverageOf, type Coverage, type MustHear, type Voices } from "./coverage"
import { coverageRows, type CoverageRows } from "./coverage-rows.queries.server"
import { strataOf, type Correction, type UnitInTree } from "./cross-section"
import { fairnessJudge, type Fairness, type Held, type Points } from "./fairness"

export interface Asked {
  coverage: Coverage
  /** why nobody is affected, and who says so; null where nobody said that */
  nobody: { reason: string; by: string | null } | null
  corrections: (Correction & { id: string; reason: string })[]
  fairness: Fairness
  /** conversations about it that were opened, the latest first */
  lastOpenedOn: CalendarDate | null
  points: { all: number; answered: number }
}

/** What is known of each subject; `now` says which day it is in the company's time zone. */
export async function askedAbout(db: ReadDb, subjectIds: readonly string[], now: Date): Promise<Map<string, Asked>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await coverageRows(db, subjectIds)
  const [percent, openDays, timeZone] = rows.settings ?? [10, 10, "UTC"]
  const fairness = fairnessJudge({ openDays, today: calendarDate(now, timeZone) })
  const units = unitsOf(rows)
  const unitIds = [...units.keys()]
  const subjects = subjectIds.length
  const touched = bySubject(subjects, rows.touched, ([, unit]) => unitIds[unit] ?? [])
  const voices = bySubject(subjects, rows.voices, ([, unit, level, people]): Voices | [] => {
    const [unitId, roleLevel] = [unitIds[unit], roleLevels[level]]
    return unitId !== undefined && roleLevel !== undefined ? { unitId, roleLevel, people } : []
  })
  const mustHear = bySubject(subjects, rows.mustHear, ([, personId, name, heard]): MustHear => ({ personId, name, heard }))
  const corrections = bySubject(subjects, rows.corrections, ([, id, unitId, roleLevel, headcount, reason]) => ({ id, unitId, roleLevel, headcount, reason }))
  const nobody = bySubject(subjects, rows.nobody, ([, reason, by]) => ({ reason, by }))
  const points = bySubject(subjects, rows.points, ([, all, answered]): Points => ({ all, answered }))
  const held = heldAbout(subjects, rows, timeZone)
  return new Map(subjectIds.map((id, at) => {
    const own = corrections[at] ?? []
    const [affectsNobody = null] = nobody[at] ?? []
    const [said = { all: 0, answered: 0 }] = points[at] ?? []
    const asked = held[at] ?? []
    const strata = affectsNobody ? [] : strataOf(touched[at] ?? [], units, own)
    return [id, {
      coverage: coverageOf({ strata, voices: voices[at] ?? [], mustHear: mustHear[at] ?? [], percent }),
      nobody: affectsNobody, corrections: own, points: said,
      fairness: fairness({ held: asked, points: said }),
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
function heldAbout(subjects: number, rows: CoverageRows, timeZone: string): (Held[] | undefined)[] {
  const days = new Map<string, CalendarDate>()
  const day = (at: string | null): CalendarDate | null => {
    if (at === null) return null
    const known = days.get(at) ?? calendarDate(new Date(at), timeZone)
    days.set(at, known)
    return known
  }
  const conversations = (rows.conversations ?? []).map(([openedAt, closedAt, options, hasNothing, explained]) => ({
    openedOn: day(openedAt), closedOn: day(closedAt), options, hasNothing, explained,
  }))
  const about = (rows.held ?? []).map(([stageWhenOpened, pairs]) => {
    const inThatStage = conversations.map((conversation): Held => ({ ...conversation, stageWhenOpened }))
    return bySubject(subjects, pairs, ([, talk]) => inThatStage[talk] ?? [])
  })
  return Array.from({ length: subjects }, (_, at) => about.flatMap((lists) => lists[at] ?? []))
}

/** The values of each subject, at its place; what is no value is an empty list. */
function bySubject<Row extends [number, ...unknown[]], Value>(subjects: number, rows: readonly Row[] | null, value: (row: Row) => Value | []): (Value[] | undefined)[] {
  const found = new Array<Value[] | undefined>(subjects)
  for (const row of rows ?? []) {
    const one = value(row)
    if (Array.isArray(one)) continue
    const list = found[row[0]]
    if (list) list.push(one)
    else found[row[0]] = [one]
  }
  return found
}
