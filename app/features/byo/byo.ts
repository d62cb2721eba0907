// A side-door tool: what a team got on its own, the need behind it, how much care it needs (F17), and what was answered.
import type { ByoDisposition, FoundHow, WhyNot, WonOrLost } from "#db/words"
import { addDays, compareDates, dayMonthYear, daysBetween, type CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { can, type Actor, type Demand } from "~/core/policy"

export const whyNots = ["too slow", "not offered", "did not know", "better at home", "other"] as const satisfies readonly WhyNot[]
export const whyNotWords: Record<WhyNot, string> = {
  "too slow": "IT would have taken too long", "not offered": "IT does not offer it", "did not know": "Did not know that IT has it", "better at home": "What we know from home is better", other: "Another reason",
}

export const foundHows = ["told us", "conversation", "support", "invoice", "inventory", "other"] as const satisfies readonly FoundHow[]
export const foundHowWords: Record<FoundHow, string> = {
  "told us": "Somebody told us", conversation: "In a conversation", support: "In a request for help", invoice: "On an invoice", inventory: "In an inventory", other: "In another way",
}

export const sensitivities = [1, 2, 3, 4] as const
/** What is put in it; the number is its weight in F17. */
export const sensitivityWords: Record<number, string> = { 1: "No company data", 2: "Internal data", 3: "Personal data", 4: "Secret data" }

export const controls = ["sign-on", "backup", "contract", "owner"] as const
export type Control = (typeof controls)[number]
export const controlWords: Record<Control, string> = { "sign-on": "Company sign-on", backup: "Backup", contract: "Contract", owner: "Somebody who looks after it" }

export const dispositions = ["under review", "adopt", "tolerate", "replace", "retire"] as const satisfies readonly ByoDisposition[]
export const dispositionWords: Record<ByoDisposition, string> = { "under review": "Looking at it", adopt: "Adopt", tolerate: "Agreed for now", replace: "Replace", retire: "Stop" }

export const wonOrLost = ["won back", "lost"] as const satisfies readonly WonOrLost[]
export const wonWords: Record<WonOrLost, string> = { "won back": "They use IT again", lost: "They went on without IT" }

/** Days within which a report is answered. */
export const daysToAnswer = 30
/** In a unit of fewer, naming the unit of a report without a name could point to a person. */
export const fewestNameless = 5

/** What a report says. */
export interface ReportFields {
  name: string
  need: string
  job: string
  unitId: string | null
  users: number | null
  yearlyCost: string | null
  sensitivity: number | null
  missing: readonly Control[]
  whyNot: WhyNot
  whyNotWords: string
  foundHow: FoundHow
  goalId: string | null
}

/** The answer: what becomes of it, why, until when or by what, and whether IT is used again. */
export interface Answer {
  disposition: ByoDisposition
  reason: string
  tolerateUntil: CalendarDate | null
  replacedById: string | null
  won: WonOrLost | null
}

export interface ByoFields extends ReportFields, Answer {
  ownerId: string | null
  answerDueOn: CalendarDate
}

/** What writes a report without a name: nobody. */
export const theNameless: Actor = { kind: "nameless", personId: null, name: "Somebody who gave no name", roles: ["viewer"] }

/** Up to 5 people 1, up to 25 2, up to 100 3, more 4; null while the number is not known. */
export function reachOf(users: number | null): number | null {
  if (users === null) return null
  if (users <= 5) return 1
  if (users <= 25) return 2
  return users <= 100 ? 3 : 4
}

/**
 * F17: data (1 to 4) times reach (1 to 4) times one more than the controls that are missing; 1 to 80. Null while data or users
 * are not known: an unknown is never taken as harmless.
 */
export function careNeeded({ sensitivity, users, missing }: Pick<ReportFields, "sensitivity" | "users" | "missing">): number | null {
  const reach = reachOf(users)
  if (sensitivity === null || reach === null) return null
  return sensitivity * reach * (1 + new Set(missing).size)
}

/** How F17 came about, in words: "data 3 × reach 2 × (1 + 2 missing)". */
export function careInWords(facts: Pick<ReportFields, "sensitivity" | "users" | "missing">): string {
  const reach = reachOf(facts.users)
  if (facts.sensitivity === null || reach === null) {
    const lacks = [facts.sensitivity === null ? "what data is put in it" : "", reach === null ? "how many use it" : ""].filter(Boolean)
    return `not known yet: ${lacks.join(" and ")}`
  }
  return `data ${facts.sensitivity} × reach ${reach} × (1 + ${facts.missing.length} missing)`
}

/** The day until which a report of this day is answered. */
export function answerDue(reportedOn: CalendarDate): CalendarDate {
  return addDays(reportedOn, daysToAnswer)
}

export interface ByoStanding {
  state: "late" | "open" | "answered" | "look again"
  /** days late, or (negative) still to go */
  days: number
}

/** Where the answer stands today: late from the day after it was due; what was agreed until a day that has passed must be looked at again. */
export function standingOf({ disposition, answerDueOn, tolerateUntil }: Pick<ByoFields, "disposition" | "answerDueOn" | "tolerateUntil">, today: CalendarDate): ByoStanding {
  if (disposition === "under review") {
    const days = daysBetween(answerDueOn, today)
    return { state: days > 0 ? "late" : "open", days }
  }
  const passed = tolerateUntil === null ? 0 : daysBetween(tolerateUntil, today)
  return passed > 0 ? { state: "look again", days: passed } : { state: "answered", days: 0 }
}

/** Whether the report still waits for an answer: never given, or agreed until a day that has passed. */
export function isUndisposed({ state }: ByoStanding): boolean {
  return state !== "answered"
}

/** How the standing reads. */
export function standingInWords({ disposition, tolerateUntil }: Pick<ByoFields, "disposition" | "tolerateUntil">, { state, days }: ByoStanding): string {
  const count = (number: number) => `${number} ${number === 1 ? "day" : "days"}`
  if (state === "late") return `Answer ${count(days)} late`
  if (state === "open") return days === 0 ? "Answer due today" : `Answer in ${count(-days)}`
  if (state === "look again") return `Agreed until ${dayMonthYear(tolerateUntil ?? "")}: look again`
  return tolerateUntil === null ? dispositionWords[disposition] : `${dispositionWords[disposition]}, until ${dayMonthYear(tolerateUntil)}`
}

/** The title of the register. */
export function registerTitle(standings: readonly ByoStanding[]): string {
  if (standings.length === 0) return "Nothing reported."
  const open = standings.filter(isUndisposed).length
  const late = standings.filter(({ state }) => state === "late").length
  const tools = `${standings.length} ${standings.length === 1 ? "tool" : "tools"} that teams got on their own.`
  if (open === 0) return `${tools} Every need is answered.`
  const waits = `${open} ${open === 1 ? "need waits" : "needs wait"} for an answer`
  return late === 0 ? `${tools} ${waits}.` : `${tools} ${waits}, ${late} too long.`
}

/** Refuses an answer without its reason, its day or what replaces the tool, and a day or a replacement that belongs to another answer. */
export function requireAnswer(answer: Answer, today: CalendarDate, was: Pick<Answer, "tolerateUntil"> | null = null): void {
  const { disposition, reason, tolerateUntil, replacedById, won } = answer
  if (disposition !== "under review" && reason.trim() === "") throw new RuleError("Say why: the team that reported it reads the reason.", { field: "reason" })
  if (disposition === "tolerate" && tolerateUntil === null) throw new RuleError("Say until when it is agreed.", { field: "tolerateUntil" })
  if (disposition !== "tolerate" && tolerateUntil !== null) throw new RuleError("A day belongs to “Agreed for now”. Clear it, or choose that answer.", { field: "tolerateUntil" })
  if (tolerateUntil !== null && tolerateUntil !== was?.tolerateUntil && compareDates(tolerateUntil, today) <= 0) throw new RuleError("The day until which it is agreed must lie ahead.", { field: "tolerateUntil" })
  if (disposition === "replace" && replacedById === null) throw new RuleError("Say which application takes its place.", { field: "replacedById" })
  if (disposition !== "replace" && replacedById !== null) throw new RuleError("An application in its place belongs to “Replace”. Clear it, or choose that answer.", { field: "replacedById" })
  if (disposition === "under review" && won !== null) throw new RuleError("Answer it first: whether they use IT again shows after that.", { field: "won" })
}

/** Refuses a report without a name that names a unit of so few people that it could point to one of them; an unknown headcount counts as few. */
export function requireCrowd(unit: { name: string; headcount: number | null }): void {
  if (unit.headcount !== null && unit.headcount >= fewestNameless) return
  throw new RuleError(`As far as is known fewer than five people work in ${unit.name}, so naming it could point to you. Leave the unit out, or give your name.`, { field: "unitId" })
}

/** Who may change and answer a report: who keeps the conversations, and the one named to answer it. */
export function mayAnswer(actor: Actor, ownerId: string | null): Demand {
  if (can(actor, "edit engagement")) return { permission: "edit engagement" }
  return { permission: "edit record", ownerIds: ownerId === null ? [] : [ownerId] }
}

export function reportSnapshot(report: ReportFields & Pick<ByoFields, "ownerId" | "answerDueOn">): Snapshot {
  const { name, need, job, unitId, users, yearlyCost, sensitivity, missing, whyNot, whyNotWords: own, foundHow, goalId, ownerId, answerDueOn } = report
  return { name, need, job, unitId, users, yearlyCost, sensitivity, missing: [...missing], whyNot, whyNotWords: own, foundHow, goalId, ownerId, answerDueOn }
}

export function answerSnapshot({ disposition, reason, tolerateUntil, replacedById, won }: Answer): Snapshot {
  return { disposition, reason, tolerateUntil, replacedById, won }
}
