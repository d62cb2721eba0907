/** Owns F4: the progress of measures, goals and pillars, and the health a goal's pace proposes. */
import { compareDates, shareOfTimePassed } from "~/core/calendar"

export type MeasureDirection = "up" | "down"
export type GoalHealth = "done" | "on track" | "at risk" | "off track" | "not started" | "not known" | "no work"

export interface Reading {
  value: number
  readOn: string
  /** Position in the order of recording: of two readings of one day the later recorded counts. */
  recordedOrder?: number
}

export interface Measure {
  id: string
  /** A yes/no measure reads 1 for yes and 0 for no. */
  isYesNo: boolean
  baseline: number
  target: number
  direction: MeasureDirection
  startsOn: string
  targetOn: string
  /** Whole number from 0, 1 unless said. */
  weight?: number
  readings: readonly Reading[]
}

export interface GoalProgress {
  /** 0 to 1, or null: not known yet. */
  progress: number | null
  /** Mean expected share of the same measures, or null when none was read. */
  expected: number | null
  measured: number
  measures: number
}

export interface PaceBands {
  onTrack: number
  atRisk: number
}

export interface HealthChoice {
  state: GoalHealth
  reason: string
}

export interface GoalHealthResult {
  proposed: GoalHealth
  shown: GoalHealth
  reason: string
}

/** The pace from which a goal reads on track, and at risk, unless settings say otherwise. */
export const defaultBands: PaceBands = { onTrack: 0.7, atRisk: 0.4 }

// Quotients of decimals may miss their bound by the last bit: .35 / .5 must still count as .70.
const rounding = 1e-9

/** Gives null when the direction fits, else the reason for which it is refused; target = baseline ("keep it") fits both. */
export function directionProblem(measure: Pick<Measure, "isYesNo" | "baseline" | "target" | "direction">): string | null {
  if (measure.isYesNo || measure.target === measure.baseline) return null
  const rises = measure.target > measure.baseline
  if (rises === (measure.direction === "up")) return null
  return rises
    ? "The target is above the starting point, so this measure goes up. Change the direction or the target."
    : "The target is below the starting point, so this measure goes down. Change the direction or the target."
}

/** Gives the reading with the latest date (of one day the last recorded), or null without readings. */
export function latestReading(readings: readonly Reading[]): Reading | null {
  let latest: Reading | null = null
  for (const reading of readings) {
    if (latest === null) {
      latest = reading
      continue
    }
    const later = compareDates(reading.readOn, latest.readOn)
    if (later > 0 || (later === 0 && (reading.recordedOrder ?? 0) >= (latest.recordedOrder ?? 0))) latest = reading
  }
  return latest
}

/** F4: gives the progress of a measure, 0 to 1, from its latest reading, or null without one. */
export function measureProgress(measure: Measure): number | null {
  const reading = latestReading(measure.readings)
  if (reading === null) return null
  if (measure.isYesNo) return reading.value >= 1 ? 1 : 0
  if (measure.target === measure.baseline) {
    const meets = measure.direction === "up" ? reading.value >= measure.target : reading.value <= measure.target
    return meets ? 1 : 0
  }
  return clamp((reading.value - measure.baseline) / (measure.target - measure.baseline))
}

/** F4: gives where a measure should be today, 0 to 1: the share of its time that has passed. */
export function measureExpected(measure: Measure, today: string): number {
  return shareOfTimePassed(measure.startsOn, measure.targetOn, today)
}

/** F4: gives the weighted mean over the measures with a reading, with how many of them there are; progress null: not known yet. */
export function goalProgress(measures: readonly Measure[], today: string): GoalProgress {
  const read: { progress: number; expected: number; weight: number }[] = []
  for (const measure of measures) {
    const progress = measureProgress(measure)
    if (progress !== null) read.push({ progress, expected: measureExpected(measure, today), weight: measure.weight ?? 1 })
  }
  return {
    progress: weightedMean(read.map(({ progress, weight }) => ({ value: progress, weight }))),
    expected: weightedMean(read.map(({ expected, weight }) => ({ value: expected, weight }))),
    measured: read.length,
    measures: measures.length,
  }
}

/** F4: gives a pillar's progress, the mean of its goals whose progress is known, by weight; null when none is. */
export function pillarProgress(goals: readonly (GoalProgress & { weight: number })[]): GoalProgress {
  const known = goals.filter((goal) => goal.progress !== null)
  return {
    progress: weightedMean(known.map((goal) => ({ value: goal.progress ?? 0, weight: goal.weight }))),
    expected: weightedMean(known.map((goal) => ({ value: goal.expected ?? 0, weight: goal.weight }))),
    measured: known.length,
    measures: goals.length,
  }
}

/** F4: gives progress / expected, or null when either is unknown or nothing is expected yet. */
export function pace(progress: number | null, expected: number | null): number | null {
  return progress === null || expected === null || expected === 0 ? null : progress / expected
}

/**
 * F4: gives the health that the pace proposes, the one to show (the owner's, when set), and the reason in words.
 * `lacksWork` says that this is an active counting goal without active work.
 */
export function goalHealth(input: {
  progress: number | null
  expected: number | null
  lacksWork: boolean
  chosen?: HealthChoice | null
  bands?: PaceBands
}): GoalHealthResult {
  const { state, reason } = proposedHealth(input)
  const chosen = input.chosen ?? null
  return { proposed: state, shown: chosen?.state ?? state, reason: chosen?.reason ?? reason }
}

function proposedHealth(input: Parameters<typeof goalHealth>[0]): HealthChoice {
  const { progress, expected } = input
  const bands = input.bands ?? defaultBands
  if (input.lacksWork) return { state: "no work", reason: "No active work serves this goal." }
  if (progress === null || expected === null) return { state: "not known", reason: "No measure has a reading yet." }
  if (progress >= 1 - rounding) return { state: "done", reason: "Every measure with a reading has reached its target." }
  if (expected === 0) return { state: "not started", reason: "The time for its measures has not begun." }
  const reason = `${percent(progress)} reached where ${percent(expected)} was expected by today.`
  const speed = progress / expected + rounding
  if (speed >= bands.onTrack) return { state: "on track", reason }
  return { state: speed >= bands.atRisk ? "at risk" : "off track", reason }
}

// When every weight is 0 nobody said that anything counts more, so all count the same.
function weightedMean(values: readonly { value: number; weight: number }[]): number | null {
  if (values.length === 0) return null
  const sum = values.reduce((all, { weight }) => all + weight, 0)
  if (sum === 0) return values.reduce((all, { value }) => all + value, 0) / values.length
  return values.reduce((all, { value, weight }) => all + value * weight, 0) / sum
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
