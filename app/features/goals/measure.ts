// A measure of a goal and its readings: how we will know.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"
import { directionProblem, type MeasureDirection } from "./goal-progress"

export interface MeasureFields {
  name: string
  isYesNo: boolean
  unit: string
  direction: MeasureDirection
  /** decimal strings; null only for yes/no */
  baseline: string | null
  target: string
  startsOn: string
  targetOn: string
  weight: number
  readEveryDays: number
  source: string
}

export const readingFrequencies = [
  { days: 7, word: "every week" },
  { days: 30, word: "every month" },
  { days: 91, word: "every quarter" },
  { days: 365, word: "every year" },
] as const

/** "every month", or the number of days when it is another. */
export function frequencyWord(days: number): string {
  return readingFrequencies.find((one) => one.days === days)?.word ?? `every ${days} days`
}

/** Checks a measure as a whole; a yes/no measure counts from no to yes. */
export function checkMeasure(measure: MeasureFields): MeasureFields {
  if (measure.startsOn >= measure.targetOn) throw new RuleError("The target date comes after the starting date.", { field: "targetOn" })
  if (measure.isYesNo) return { ...measure, unit: "", direction: "up", baseline: null, target: "1" }
  if (measure.baseline === null) throw new RuleError("Say where it stands at the start.", { field: "baseline" })
  const problem = directionProblem({ isYesNo: false, direction: measure.direction, baseline: Number(measure.baseline), target: Number(measure.target) })
  if (problem) throw new RuleError(problem, { field: "direction" })
  return measure
}

/** Checks a reading: a yes/no measure reads 0 or 1, and nothing is read in the future. */
export function checkReading(measure: Pick<MeasureFields, "isYesNo">, reading: { value: string; readOn: string }, today: string): void {
  if (reading.readOn > today) throw new RuleError("A reading cannot lie in the future.", { field: "readOn" })
  if (measure.isYesNo && !["0", "1"].includes(reading.value)) throw new RuleError("Choose yes or no.", { field: "value" })
}

export function measureSnapshot(measure: MeasureFields): Snapshot {
  const { name, isYesNo, unit, direction, baseline, target, startsOn, targetOn, weight, readEveryDays, source } = measure
  return { name, isYesNo, unit, direction, baseline: plain(baseline), target: plain(target), startsOn, targetOn, weight, readEveryDays, source }
}

export function readingSnapshot(reading: { measureId: string; readOn: string; value: string; note: string }): Snapshot {
  return { measureId: reading.measureId, readOn: reading.readOn, value: plain(reading.value), note: reading.note }
}

/** A decimal without the zeros the database adds: 8.5000 is 8.5. */
export function plain(decimal: string): string
export function plain(decimal: string | null): string | null
export function plain(decimal: string | null): string | null {
  return decimal === null || !decimal.includes(".") ? decimal : decimal.replace(/\.?0+$/, "")
}
