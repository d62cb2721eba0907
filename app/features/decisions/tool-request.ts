// A request: somebody's wish to use a product for a job, with a clock, an answer, and the times in which others were answered.
import { addDays, daysBetween, type CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { RequestState } from "#db/words"

export type { RequestState } from "#db/words"
export const requestStates = ["asked", "agreed", "refused", "withdrawn"] as const satisfies readonly RequestState[]
export const requestStateWords: Record<RequestState, string> = { asked: "Waits for an answer", agreed: "Agreed", refused: "Refused", withdrawn: "Taken back" }

/** Working days in which a request is answered. */
export const answerDays = 5
/** What is agreed for a request lasts no longer than an exception may. */
export const mostMonths = 12

export interface RequestFields {
  name: string
  applicationId: string | null
  functionId: string | null
  unitId: string | null
  need: string
  state: RequestState
  dueOn: CalendarDate
  /** null: the planners */
  routedTo: string | null
  agreedUntil: CalendarDate | null
  reason: string
}

export function requestSnapshot({ name, applicationId, functionId, unitId, need, state, dueOn, routedTo, agreedUntil, reason }: RequestFields): Snapshot {
  return { name, applicationId, functionId, unitId, need, state, dueOn, routedTo, agreedUntil, reason }
}

/** The day so many working days after another; Saturdays and Sundays are none. */
export function workingDaysAfter(day: CalendarDate, count: number): CalendarDate {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** The working days after one day up to another; 0 for the same day or an earlier one. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  const days = Math.max(0, daysBetween(from, to))
  const rest = days % 7
  let count = Math.floor(days / 7) * 5
  for (let step = 1; step <= rest; step += 1) if (isWorkingDay(addDays(from, step))) count += 1
  return count
}

function isWorkingDay(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Refuses answering or taking back what is over. */
export function requireWaiting({ state }: Pick<RequestFields, "state">): void {
  if (state !== "asked") throw new RuleError(`This request is over: ${requestStateWords[state].toLowerCase()}.`)
}

/** The last day that can be agreed today: twelve months ahead. */
export function latestAgreed(today: CalendarDate): CalendarDate {
  const next = Number(today.slice(0, 4)) + 1
  return today.endsWith("02-29") ? `${next}-02-28` : `${next}${today.slice(4)}`
}

/** Refuses an end that has passed, or that lies more than twelve months ahead. */
export function checkAgreed(untilOn: CalendarDate, today: CalendarDate): void {
  if (untilOn < today) throw new RuleError("This day has passed. Choose a later one.", { field: "untilOn" })
  if (untilOn > latestAgreed(today)) throw new RuleError(`At most ${mostMonths} months are agreed at once. Whoever still needs it then asks again.`, { field: "untilOn" })
}

/** What another request for the same says to somebody who is about to send theirs. */
export interface OtherRequest {
  mine: boolean
  state: RequestState
  askedOn: CalendarDate
  dueOn: CalendarDate
}

/** Refuses a second request of one's own while the first waits, and anybody else's duplicate that was not seen. */
export function checkDuplicates(others: readonly OtherRequest[], seen: boolean): void {
  const waiting = others.filter(({ state }) => state === "asked")
  if (waiting.some(({ mine }) => mine)) throw new RuleError("You asked for this already, and the answer is on its way. Look under your requests.", { field: "name" })
  if (waiting.length > 0 && !seen) throw new RuleError(`${waiting.length === 1 ? "Somebody" : `${waiting.length} people`} asked for the same, and ${waiting.length === 1 ? "it waits" : "they wait"} for an answer. Tick that you have seen it to ask all the same.`, { field: "seen" })
}

export interface Answered {
  state: RequestState
  askedOn: CalendarDate
  answeredOn: CalendarDate | null
  dueOn: CalendarDate
}

export interface RequestTimes {
  asked: number
  agreed: number
  refused: number
  waiting: number
  late: number
  /** median of working days from asking to answering; null without an answer */
  medianDays: number | null
  /** working days that the oldest one waits; null when nobody does */
  oldestDays: number | null
}

/** The times in which requests are answered, as they are published; what was taken back counts nowhere. */
export function requestTimes(requests: readonly Answered[], today: CalendarDate): RequestTimes {
  const counting = requests.filter(({ state }) => state !== "withdrawn")
  const waiting = counting.filter(({ state }) => state === "asked")
  const days = counting.flatMap(({ askedOn, answeredOn }) => (answeredOn === null ? [] : [workingDaysBetween(askedOn, answeredOn)])).sort((a, b) => a - b)
  const middle = Math.floor(days.length / 2)
  const [lower, upper] = [days[days.length % 2 === 1 ? middle : middle - 1], days[middle]]
  return {
    asked: counting.length, agreed: counting.filter(({ state }) => state === "agreed").length, refused: counting.filter(({ state }) => state === "refused").length,
    waiting: waiting.length, late: waiting.filter(({ dueOn }) => dueOn < today).length,
    medianDays: lower === undefined || upper === undefined ? null : (lower + upper) / 2,
    oldestDays: waiting.length === 0 ? null : Math.max(...waiting.map(({ askedOn }) => workingDaysBetween(askedOn, today))),
  }
}

/** The published times in sentences. */
export function timesSentence({ asked, agreed, waiting, late, medianDays, oldestDays }: RequestTimes): string {
  if (asked === 0) return `Nobody has asked for a tool in the last twelve months. An answer is due in ${answerDays} working days.`
  const days = (count: number) => (count === 1 ? "1 working day" : `${count} working days`)
  const typical = medianDays === null ? "None has been answered yet." : `The typical answer took ${days(medianDays)}.`
  const open = waiting === 0 ? "Nobody waits." : `${waiting} ${waiting === 1 ? "waits" : "wait"}, the oldest for ${days(oldestDays ?? 0)}${late > 0 ? `; ${late} ${late === 1 ? "is" : "are"} late` : ""}.`
  return `${agreed} of ${asked} asked for were agreed in the last twelve months. ${typical} ${open}`
}
