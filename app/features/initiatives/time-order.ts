// Whether what an initiative needs first ends in time, and where each piece of work lies on a common line of time.
import { addDays, compareDates, daysBetween, monthYear } from "~/core/calendar"
import type { Stage } from "./initiative"

export interface Planned {
  id: string
  name: string
  status: Stage
  startsOn: string | null
  endsOn: string | null
}

export interface Prerequisite extends Planned {
  mandatory: boolean
  /** days that must lie between its end and the start of what needs it */
  lagDays: number
}

export type OrderState = "done" | "in time" | "too late" | "cancelled" | "not known"

/** Says whether a prerequisite ends in time for `start`, with its days between, and says it in words. */
export function orderOf(need: Prerequisite, start: string | null): { state: OrderState; words: string; lateDays: number } {
  if (need.status === "completed") return { state: "done", words: "done", lateDays: 0 }
  if (need.status === "cancelled") return { state: "cancelled", words: "was cancelled", lateDays: 0 }
  if (need.endsOn === null || start === null) return { state: "not known", words: need.endsOn === null ? "its end is not known yet" : "the start is not known yet", lateDays: 0 }
  const lateDays = daysBetween(start, addDays(need.endsOn, need.lagDays))
  if (lateDays <= 0) return { state: "in time", words: "ends in time", lateDays: 0 }
  const gap = need.lagDays > 0 ? `, with the ${span(need.lagDays)} between` : ""
  return { state: "too late", words: `ends ${span(lateDays)} too late${gap}`, lateDays }
}

/** Writes a number of days as people say it: "5 days", "3 weeks", "4 months". */
export function span(days: number): string {
  if (days < 14) return `${days} ${days === 1 ? "day" : "days"}`
  if (days < 84) return `${Math.round(days / 7)} weeks`
  return `${Math.round(days / 30.4)} months`
}

export interface TimeBar {
  id: string
  /** per cent of the line */
  from: number
  width: number
}

export interface TimeLine {
  bars: readonly TimeBar[]
  months: readonly { label: string; at: number }[]
  /** null when today lies outside */
  today: number | null
}

const mostMarks = 7

/** Gives the places of the work whose dates are known on one line from the first start to the last end; null when none is. */
export function timeLine(works: readonly Planned[], today: string): TimeLine | null {
  const dated = works.flatMap((work) => {
    const from = work.startsOn ?? work.endsOn
    const to = work.endsOn ?? work.startsOn
    return from === null || to === null ? [] : [{ id: work.id, from, to }]
  })
  const [first] = dated
  if (first === undefined) return null
  const start = monthStart(dated.reduce((least, { from }) => (compareDates(from, least) < 0 ? from : least), first.from))
  const end = dated.reduce((most, { to }) => (compareDates(to, most) > 0 ? to : most), first.to)
  const days = Math.max(28, daysBetween(start, end) + 1)
  const at = (date: string) => Math.round((daysBetween(start, date) / days) * 1000) / 10
  return {
    bars: dated.map(({ id, from, to }) => ({ id, from: at(from), width: Math.max(1, Math.round((at(addDays(to, 1)) - at(from)) * 10) / 10) })),
    months: marks(start, addDays(start, days)).map((date) => ({ label: monthYear(date), at: at(date) })),
    today: compareDates(today, start) < 0 || compareDates(today, end) > 0 ? null : at(today),
  }
}

function marks(start: string, end: string): string[] {
  const months: string[] = []
  for (let at = start; compareDates(at, end) < 0; at = monthStart(addDays(at, 32))) months.push(at)
  const step = Math.ceil(months.length / mostMarks)
  return months.filter((_, index) => index % step === 0)
}

function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`
}
