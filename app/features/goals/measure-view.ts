// A measure as its card shows it: where it stands, how old its last reading is, and the points of its line.
import { addDays, daysBetween, monthYear } from "~/core/calendar"
import type { MeasureFields } from "./measure"
import { measureExpected, measureProgress } from "./goal-progress"

export interface ShownReading {
  id: string
  readOn: string
  value: string
  note: string
  version: number
  recordedBy: string | null
}

export interface MeasureView extends MeasureFields {
  id: string
  position: number
  version: number
  /** 0 to 1, or null without a reading */
  progress: number | null
  /** 0 to 1 */
  expected: number
  last: ShownReading | null
  daysOld: number | null
  /** the last reading is older than one and a half times its frequency */
  late: boolean
  /** newest first */
  readings: readonly ShownReading[]
}

/** The first measure of a goal with its latest reading, for the strategy page. */
export interface HeadlineMeasure {
  goalId: string
  name: string
  isYesNo: boolean
  unit: string
  /** decimal strings; null only for yes/no */
  baseline: string | null
  target: string
  direction: "up" | "down"
  startsOn: string
  targetOn: string
  last: { value: string; readOn: string } | null
}

type Recorded = MeasureFields & { id: string; position: number; version: number; readings: readonly ShownReading[] }

/** A reading counts as late from here on, in periods. */
const latePeriods = 1.5
const mostGaps = 60

/** Gives what the card of a measure shows today. */
export function measureView({ readings, ...measure }: Recorded, today: string): MeasureView {
  const counted = {
    ...measure, baseline: Number(measure.baseline ?? 0), target: Number(measure.target),
    readings: readings.map(({ value, readOn }) => ({ value: Number(value), readOn })),
  }
  const last = readings.at(-1) ?? null
  const daysOld = last === null ? null : daysBetween(last.readOn, today)
  return {
    ...measure, last, daysOld,
    late: daysOld !== null && daysOld > measure.readEveryDays * latePeriods,
    progress: measureProgress(counted), expected: measureExpected(counted, today),
    readings: [...readings].reverse(),
  }
}

/** Gives the points of the line, oldest first, with a missing one (null) for each period in which nothing was read. */
export function linePoints(measure: MeasureView): { date: string; value: number | null }[] {
  const points: { date: string; value: number | null }[] = []
  let before: string | null = null
  for (const { readOn, value } of [...measure.readings].reverse()) {
    if (before !== null)
      for (let at = addDays(before, measure.readEveryDays), gaps = 0; daysBetween(at, readOn) > measure.readEveryDays / 2 && gaps < mostGaps; gaps += 1) {
        points.push({ date: at, value: null })
        at = addDays(at, measure.readEveryDays)
      }
    points.push({ date: readOn, value: Number(value) })
    before = readOn
  }
  return points
}

/** Writes a value of a measure: "9.2 min", "21 %", "Yes". */
export function valueWords(measure: Pick<MeasureFields, "isYesNo" | "unit">, value: string | null): string {
  if (value === null) return "not known yet"
  if (measure.isYesNo) return Number(value) >= 1 ? "Yes" : "Not yet"
  return `${grouped(value)}${measure.unit === "" ? "" : ` ${measure.unit}`}`
}

/** Writes start, now and target: 10 → 9.2 → 8 min. */
export function wayWords(measure: MeasureView): { from: string; now: string; target: string } {
  return wayWordsOf(measure, measure.last?.value ?? null)
}

/** Writes the same from a measure and its latest value. */
export function wayWordsOf(measure: Pick<MeasureFields, "isYesNo" | "unit" | "baseline" | "target">, now: string | null): { from: string; now: string; target: string } {
  if (measure.isYesNo) return { from: "No", now: valueWords(measure, now), target: "Yes" }
  return { from: grouped(measure.baseline ?? "0"), now: now === null ? "not known yet" : grouped(now), target: valueWords(measure, measure.target) }
}

/** Compares the newest reading with the first: "8 % less than in Jan 2026"; null where there is nothing to compare. */
export function changeWords(measure: MeasureView): string | null {
  const first = measure.readings.at(-1)
  if (!first || !measure.last || first.id === measure.last.id) return null
  const [was, is] = [Number(first.value), Number(measure.last.value)]
  if (was === is) return `as in ${monthYear(first.readOn)}`
  const apart = Math.abs(is - was)
  const size = measure.unit === "%" ? `${grouped(String(Math.round(apart * 10) / 10))} points` : was === 0 ? grouped(String(apart)) : `${Math.round((apart / Math.abs(was)) * 100)} %`
  return `${size} ${is < was ? "less" : "more"} than in ${monthYear(first.readOn)}`
}

function grouped(decimal: string): string {
  const [whole = "0", places] = decimal.split(".")
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${places === undefined ? "" : `.${places}`}`
}
