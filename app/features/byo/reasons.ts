// Why IT was not used, over time: the message of the register to IT, in one row a quarter.
import type { WhyNot } from "#db/words"
import { addDays, type CalendarDate } from "~/core/calendar"
import { whyNots, whyNotWords } from "./byo"

/** Quarters that the chart goes back, this one among them. */
const quartersBack = 4

export interface Quarter {
  label: string
  total: number
  counts: Record<WhyNot, number>
}

export interface ReasonsOverTime {
  quarters: Quarter[]
  /** the most of one quarter, for the length of its bar */
  most: number
  /** "Most often: IT would have taken too long, 4 of 7."; empty where nothing was reported in that time */
  sentence: string
}

/** The reports of each of the last four quarters by reason; older ones are left to the list. */
export function reasonsOverTime(reports: readonly { reportedOn: CalendarDate; whyNot: WhyNot }[], today: CalendarDate): ReasonsOverTime {
  const labels: string[] = []
  for (let at = today; labels.length < quartersBack; at = addDays(firstDayOf(at), -1)) labels.unshift(quarterOf(at))
  const quarters = labels.map((label): Quarter => {
    const mine = reports.filter(({ reportedOn }) => quarterOf(reportedOn) === label)
    const counts = Object.fromEntries(whyNots.map((why) => [why, mine.filter(({ whyNot }) => whyNot === why).length])) as Record<WhyNot, number>
    return { label, total: mine.length, counts }
  })
  return { quarters, most: Math.max(0, ...quarters.map(({ total }) => total)), sentence: mostOften(quarters) }
}

function mostOften(quarters: readonly Quarter[]): string {
  const sums = whyNots.map((why) => ({ why, count: quarters.reduce((sum, { counts }) => sum + counts[why], 0) }))
  const all = sums.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return ""
  const top = Math.max(...sums.map(({ count }) => count))
  const words = sums.filter(({ count }) => count === top).map(({ why }) => whyNotWords[why])
  return `Most often: ${words.join("; ")}, ${words.length === 1 ? "" : "each "}${top} of ${all} in the last ${quartersBack} quarters.`
}

function quarterOf(day: CalendarDate): string {
  return `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`
}

function firstDayOf(day: CalendarDate): CalendarDate {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`
}
