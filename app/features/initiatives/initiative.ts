// An initiative: funded or candidate change, its stages, its plan and what an edit of it may do.
import { compareDates } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { isMoney, toCents } from "~/core/money"

export const stages = ["idea", "proposed", "approved", "in progress", "on hold", "completed", "cancelled"] as const
export type Stage = (typeof stages)[number]
/** The stages of work that is neither done nor cancelled. */
export const openStages: readonly Stage[] = ["idea", "proposed", "approved", "in progress", "on hold"]
export const stageWords: Record<Stage, string> = {
  idea: "Idea", proposed: "Proposed", approved: "Approved", "in progress": "Running", "on hold": "On hold", completed: "Done", cancelled: "Cancelled",
}

export const confidences = ["might", "likely", "committed"] as const
export type Confidence = (typeof confidences)[number]
export const confidenceWords: Record<Confidence, string> = { might: "Might happen", likely: "Likely", committed: "Committed" }

/** Decimal amounts by financial year, "2026" being the year that starts in 2026; no year is no budget, and 0 is a budget. */
export type Budget = Readonly<Record<string, string>>

/** What an initiative's form edits and its history keeps, besides its stage and its reports. */
export interface InitiativePlan {
  name: string
  summary: string
  confidence: Confidence
  startsOn: string | null
  endsOn: string | null
  sponsorId: string | null
  budget: Budget
}

export interface InitiativeFields extends InitiativePlan {
  status: Stage
}

export const newInitiative: Omit<InitiativeFields, "name"> = {
  summary: "", status: "idea", confidence: "might", startsOn: null, endsOn: null, sponsorId: null, budget: {},
}

const firstYear = 1990
const lastYear = 2200

/** Checks an initiative's plan as a whole; refuses an end before the start and amounts that are none, naming the field. */
export function checkInitiative<Plan extends InitiativePlan>(plan: Plan): Plan {
  if (plan.startsOn !== null && plan.endsOn !== null && compareDates(plan.endsOn, plan.startsOn) < 0)
    throw new RuleError("The end is before the start. Change one of the two dates.", { field: "endsOn" })
  for (const [year, amount] of Object.entries(plan.budget)) {
    const field = `budget-${year}`
    if (!/^\d{4}$/.test(year) || Number(year) < firstYear || Number(year) > lastYear)
      throw new RuleError(`A financial year lies between ${firstYear} and ${lastYear}.`, { field })
    if (!isMoney(amount) || toCents(amount) < 0n) throw new RuleError("A budget is an amount from 0.", { field })
  }
  return plan
}

/** Gives the budget with some years set and others (null) taken away. */
export function withYears(budget: Budget, years: Readonly<Record<string, string | null>>): Budget {
  const next = new Map(Object.entries(budget))
  for (const [year, amount] of Object.entries(years)) {
    if (amount === null) next.delete(year)
    else next.set(year, amount)
  }
  return Object.fromEntries([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Gives what the history keeps of an initiative's plan and stage: flat, a year's budget as `budget-2026`, so that two people
 * who change different years do not meet.
 */
export function initiativeSnapshot(initiative: InitiativeFields): Snapshot {
  const { name, summary, status, confidence, startsOn, endsOn, sponsorId, budget } = initiative
  return { name, summary, status, confidence, startsOn, endsOn, sponsorId, ...budgetFields(budget) }
}

/** Gives years of a budget under the names that the history and the forms use. */
export function budgetFields<Amount extends string | null>(years: Readonly<Record<string, Amount>>): Record<string, Amount> {
  return Object.fromEntries(Object.entries(years).map(([year, amount]) => [`budget-${year}`, amount]))
}

/** Gives the year of a field such as `budget-2026`; null for any other field. */
export function budgetYear(field: string): string | null {
  return /^budget-(\d{4})$/.exec(field)?.[1] ?? null
}

/** Gives plan and stage back from what the history keeps. */
export function initiativeFrom(snapshot: Snapshot): InitiativeFields {
  const years = Object.entries(snapshot).flatMap(([field, amount]) => {
    const year = budgetYear(field)
    return year !== null && typeof amount === "string" ? [[year, amount] as const] : []
  })
  const { name, summary, status, confidence, startsOn, endsOn, sponsorId } = snapshot as unknown as InitiativeFields
  return { name, summary, status, confidence, startsOn, endsOn, sponsorId, budget: withYears({}, Object.fromEntries(years)) }
}
