// A commitment: a promise made to a unit, when it is late, how it was kept, and what may be done with it.
import type { Snapshot } from "~/core/change"
import { calendarDate, compareDates, dayMonthYear, daysBetween, isCalendarDate } from "~/core/calendar"
import { RuleError } from "~/core/errors"
import { can, type Actor, type Demand } from "~/core/policy"
import type { CommitmentState } from "#db/words"

export interface CommitmentFields {
  name: string
  summary: string
  unitId: string | null
  ownerId: string | null
  dueOn: string
}

/** What decides how a promise stands. */
export interface PromiseFacts {
  state: CommitmentState
  dueOn: string
  /** the door's time when it was kept */
  keptAt: Date | string | null
  moves: number
}

export const promiseStandings = ["late", "open", "kept late", "kept", "withdrawn"] as const
export type PromiseStanding = (typeof promiseStandings)[number]

/** Where a promise stands today: `days` late, or between the day it was kept and the day it was due (negative: early). */
export interface Standing {
  standing: PromiseStanding
  days: number
  /** it was moved at least once */
  renegotiated: boolean
}

/**
 * Gives where a promise stands: an open one is late from the day after its due date in the company's time zone; one kept after
 * its due date is kept late. The due date is the one agreed last.
 */
export function standingOf(facts: PromiseFacts, today: string, timeZone: string): Standing {
  const renegotiated = facts.moves > 0
  if (facts.state === "withdrawn") return { standing: "withdrawn", days: 0, renegotiated }
  if (facts.state === "kept" && facts.keptAt !== null) {
    const days = daysBetween(facts.dueOn, calendarDate(new Date(facts.keptAt), timeZone))
    return { standing: days > 0 ? "kept late" : "kept", days, renegotiated }
  }
  const days = daysBetween(facts.dueOn, today)
  return { standing: days > 0 ? "late" : "open", days, renegotiated }
}

/** How a standing reads: "Late, 41 days", "Kept, 2 days early". */
export function standingInWords({ standing, days }: Standing): string {
  const count = (number: number) => `${number} ${number === 1 ? "day" : "days"}`
  if (standing === "late") return `Late, ${count(days)}`
  if (standing === "kept late") return `Kept ${count(days)} late`
  if (standing === "kept") return days < 0 ? `Kept, ${count(-days)} early` : "Kept"
  if (standing === "withdrawn") return "Withdrawn"
  return days === 0 ? "Due today" : `Due in ${count(-days)}`
}

/** How many are late and how long the oldest has waited: the title of the ledger; kept and withdrawn ones never count as late. */
export function ledgerTitle(all: readonly Standing[]): string {
  if (all.length === 0) return "Nothing promised yet."
  const late = all.filter(({ standing }) => standing === "late")
  const open = all.filter(({ standing }) => standing === "open").length
  if (late.length === 0) return open === 0 ? "No promise is late. All are kept or withdrawn." : `No promise is late. ${open} ${open === 1 ? "is" : "are"} open.`
  const oldest = Math.max(...late.map(({ days }) => days))
  const waited = `waited ${oldest} ${oldest === 1 ? "day" : "days"}.`
  return late.length === 1 ? `1 promise is late. It has ${waited}` : `${late.length} promises are late. The oldest has ${waited}`
}

/** Refuses a new due date that is none, the same one, or comes without a reason; only an open promise can be moved. */
export function checkMove(promise: { state: CommitmentState; dueOn: string }, move: { toOn: string; reason: string }): { toOn: string; reason: string } {
  requireOpen(promise, "moved")
  if (!isCalendarDate(move.toOn)) throw new RuleError("Write the new date as year-month-day, such as 2027-03-31.", { field: "toOn" })
  if (compareDates(move.toOn, promise.dueOn) === 0) throw new RuleError(`It is due on ${dayMonthYear(promise.dueOn)} already. Choose another date.`, { field: "toOn" })
  const reason = move.reason.trim()
  if (reason === "") throw new RuleError("Say why it is moved: whoever was promised it will read this.", { field: "reason" })
  return { toOn: move.toOn, reason }
}

/** Refuses what may only be done to an open promise. */
export function requireOpen({ state }: { state: CommitmentState }, done: string): void {
  if (state !== "open") throw new RuleError(`This promise is ${state}, so it cannot be ${done}. Undo that first.`)
}

/** Who may change a promise: who keeps the conversations, and its own owner. */
export function mayChange(actor: Actor, ownerId: string | null): Demand {
  if (can(actor, "edit engagement")) return { permission: "edit engagement" }
  return { permission: "edit record", ownerIds: ownerId === null ? [] : [ownerId] }
}

export function commitmentSnapshot({ name, summary, unitId, ownerId }: Omit<CommitmentFields, "dueOn">): Snapshot {
  return { name, summary, unitId, ownerId }
}
