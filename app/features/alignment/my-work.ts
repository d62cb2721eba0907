// What waits for one person: which of their records lack something, and how that reads.
import { addDays, dayMonthYear, daysBetween } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"

export interface OwnedInitiative {
  element: ElementRef
  status: string
  summary: string
  startsOn: string | null
  endsOn: string | null
  reportedOn: string | null
  nextReportOn: string | null
  hasBudget: boolean
}

export interface OwnedMeasure {
  goal: ElementRef
  name: string
  readEveryDays: number
  startsOn: string
  lastReadOn: string | null
}

export interface WorkItem {
  element: Pick<ElementRef, "id" | "code" | "name">
  /** what is due or lacking, in words */
  words: string
  note: string
  /** whole days since it was due; 0 when it is only lacking */
  daysLate: number
  action: { label: string; href: string }
}

const running = ["approved", "in progress"]
/** An approved or running initiative that says no date is asked for a word once a month. */
const usualReportDays = 30

/** Updates of running work that are overdue, longest first. */
export function overdueUpdates(initiatives: readonly OwnedInitiative[], today: string): WorkItem[] {
  return initiatives
    .filter((one) => one.status === "in progress" || (one.status === "approved" && one.nextReportOn !== null))
    .flatMap((one): WorkItem[] => {
      const due = one.nextReportOn ?? (one.reportedOn ? addDays(one.reportedOn, usualReportDays) : null)
      const action = { label: "Update status", href: `/initiatives/${one.element.code}#update-status` }
      if (due === null) return [{ element: one.element, words: "Status never reported", note: "It runs, and nobody can see how.", daysLate: 0, action }]
      const late = daysBetween(due, today)
      return late > 0 ? [{ element: one.element, words: `Update due ${dayMonthYear(due)}`, note: one.reportedOn ? `Last reported ${dayMonthYear(one.reportedOn)}` : "Never reported", daysLate: late, action }] : []
    })
    .sort((a, b) => b.daysLate - a.daysLate)
}

/** Measures whose reading is overdue by their own frequency, longest first. */
export function overdueReadings(measures: readonly OwnedMeasure[], today: string): WorkItem[] {
  return measures
    .flatMap((one): WorkItem[] => {
      const late = daysBetween(addDays(one.lastReadOn ?? one.startsOn, one.readEveryDays), today)
      if (late <= 0) return []
      const note = one.lastReadOn ? `Last reading is ${daysBetween(one.lastReadOn, today)} days old` : "No reading yet"
      return [{ element: one.goal, words: one.name, note, daysLate: late, action: { label: "Add reading", href: `/goals/${one.goal.code}#measures` } }]
    })
    .sort((a, b) => b.daysLate - a.daysLate)
}

/** For how many days before its due date a promise stands on My work. */
export const promiseDaysAhead = 14

/** One's own open promises that are late or due soon, as they come. */
export function duePromises(promises: readonly (ElementRef & { dueOn: string; unit: ElementRef | null; standing: { days: number } })[]): WorkItem[] {
  return promises.map(({ dueOn, unit, standing, ...element }) => ({
    element, words: `Promise due ${dayMonthYear(dueOn)}`, note: unit ? `To ${unit.name}` : "", daysLate: Math.max(0, standing.days),
    action: { label: "Mark as kept", href: `/commitments/${element.code}/kept` },
  }))
}

/** Requests for a tool that wait for the person's answer, the longest due first. */
export function requestsToAnswer(requests: readonly { id: string; name: string; dueOn: string; unit: ElementRef | null }[], today: string): WorkItem[] {
  return requests.map(({ id, name, dueOn, unit }) => ({
    element: { id, code: "", name }, words: `Answer due ${dayMonthYear(dueOn)}`, note: unit ? `Asked from ${unit.name}` : "", daysLate: Math.max(0, daysBetween(dueOn, today)),
    action: { label: "Answer", href: `/allowed/requests/${id}` },
  }))
}

/** Running work that lacks what its figures need. */
export function lackingData(initiatives: readonly OwnedInitiative[]): WorkItem[] {
  return initiatives.filter((one) => running.includes(one.status)).flatMap((one): WorkItem[] => {
    const lacks = [
      one.hasBudget ? "" : "a budget",
      one.startsOn && one.endsOn ? "" : "dates",
      one.summary ? "" : "a plain summary",
    ].filter(Boolean)
    if (lacks.length === 0) return []
    const words = `Lacks ${lacks.length > 1 ? `${lacks.slice(0, -1).join(", ")} and ${lacks.at(-1)}` : lacks[0]}`
    return [{ element: one.element, words, note: "Figures leave it out or guess nothing.", daysLate: 0, action: { label: "Fill in", href: `/initiatives/${one.element.code}/edit` } }]
  })
}

/** How many things wait for a person: the number in the title of My work and beside it in the rail. */
export function waitingCount(work: Readonly<Record<(typeof waitingLists)[number], readonly unknown[]>>): number {
  return waitingLists.reduce((sum, list) => sum + work[list].length, 0)
}

const waitingLists = ["questions", "requests", "promises", "needs", "points", "talks", "voice", "updates", "readings", "lacking"] as const

/** "6 things need you. 2 are late." */
export function myWorkTitle(total: number, late: number): string {
  if (total === 0) return "Nothing waits for you."
  const need = total === 1 ? "1 thing needs you." : `${total} things need you.`
  return late === 0 ? need : `${need} ${late === 1 ? "1 is late." : `${late} are late.`}`
}
