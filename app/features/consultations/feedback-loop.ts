// F10: how far the loop of the points is closed, in figures and in sentences.
import { addDays, daysBetween, type CalendarDate } from "~/core/calendar"

export interface LoopPoint {
  /** calendar dates in the company's time zone */
  raisedOn: CalendarDate
  answeredOn: CalendarDate | null
  toldOn: CalendarDate | null
  confirmedOn: CalendarDate | null
}

export interface LoopClosure {
  points: number
  answered: number
  toldBack: number
  confirmed: number
  /** answered / points; null without points */
  closure: number | null
  /** told / answered; null while nothing is answered */
  toldRate: number | null
  /** median of the days from raised to answered, over answered points; null while nothing is answered */
  medianDays: number | null
}

/** F10 over these points: 12 points, 11 answered, 9 told give 92 % and 82 %. */
export function loopClosure(points: readonly LoopPoint[]): LoopClosure {
  const answered = points.filter((point) => point.answeredOn !== null)
  const toldBack = answered.filter((point) => point.toldOn !== null).length
  return {
    points: points.length,
    answered: answered.length,
    toldBack,
    confirmed: answered.filter((point) => point.confirmedOn !== null).length,
    closure: share(answered.length, points.length),
    toldRate: share(toldBack, answered.length),
    medianDays: median(answered.map((point) => daysBetween(point.raisedOn, point.answeredOn ?? point.raisedOn))),
  }
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const ordered = [...values].sort((a, b) => a - b)
  const [low, high] = [ordered[Math.floor((ordered.length - 1) / 2)] ?? 0, ordered[Math.floor(ordered.length / 2)] ?? 0]
  return (low + high) / 2
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** A share as screens write it: "92 %", or "n/a" of nothing. */
export function percent(value: number | null): string {
  return value === null ? "n/a" : `${Math.round(value * 100)} %`
}

/** The title of what came of a conversation: "11 of 12 points have an answer. Two people do not know theirs yet." */
export function loopSentence({ points, answered, toldBack }: LoopClosure): string {
  if (points === 0) return "Nobody has raised a point yet."
  const untold = answered - toldBack
  const have = answered === 1 ? "has" : "have"
  const first = answered === points ? (points === 1 ? "The one point has an answer." : `All ${points} points have an answer.`) : `${answered} of ${points} points ${have} an answer.`
  if (answered === 0) return first
  if (untold === 0) return `${first} Everybody knows theirs.`
  return untold === 1 ? `${first} One was not told back yet.` : `${first} ${inWords(untold)} were not told back yet.`
}

const numerals = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]

function inWords(count: number): string {
  return numerals[count] ?? String(count)
}

/** The next date of a cadence in days, from the day of the last conversation; never a day that has passed. */
export function nextByCadence(last: CalendarDate, everyDays: number, today: CalendarDate): CalendarDate {
  const due = addDays(last, everyDays)
  return due > today ? due : addDays(today, 1)
}

/** F10 as programs read it: `consultation.loopClosure` of the figures. */
export function toldLoopClosure(points: readonly LoopPoint[]): Pick<LoopClosure, "points" | "answered" | "toldBack" | "medianDays"> {
  const { points: count, answered, toldBack, medianDays } = loopClosure(points)
  return { points: count, answered, toldBack, medianDays }
}
