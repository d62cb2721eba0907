// An application: a product in use, its lifecycle with dates, its contract, and what its use by units adds up to.
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { addMoney, fromCents, toCents } from "~/core/money"
import type { PlannedPlacement } from "./fit"

export const lifecycles = ["plan", "phase in", "active", "phase out", "end of life"] as const
export type Lifecycle = (typeof lifecycles)[number]
export const lifecycleWords: Record<Lifecycle, string> = {
  plan: "Planned", "phase in": "Being introduced", active: "In use", "phase out": "Being replaced", "end of life": "Switched off",
}

export const criticalities = ["high", "medium", "low"] as const
export type Criticality = (typeof criticalities)[number]
export const criticalityWords: Record<Criticality, string> = {
  high: "The service stops without it", medium: "The service slows without it", low: "The service goes on without it",
}

export const fits = [4, 3, 2, 1] as const
export const fitWords: Record<number, string> = { 4: "Very well", 3: "Well", 2: "Partly", 1: "Badly" }

/** The day on which each stage begins, in the order of the stages. */
export const stageDays = ["planOn", "phaseInOn", "activeOn", "phaseOutOn", "endOfLifeOn"] as const
export type StageDay = (typeof stageDays)[number]
export const stageDayWords: Record<StageDay, string> = {
  planOn: "Planned from", phaseInOn: "Introduced from", activeOn: "In use from", phaseOutOn: "Replaced from", endOfLifeOn: "Switched off on",
}

export interface ApplicationFields extends Record<StageDay, CalendarDate | null> {
  name: string
  summary: string
  lifecycle: Lifecycle
  vendor: string
  /** null: a contract without an end, or none known */
  contractEndsOn: CalendarDate | null
  /** the last day on which notice ends the contract with its term */
  noticeOn: CalendarDate | null
  /** null: what the name tells (product-name.ts) */
  family: string | null
  productVersion: string | null
  /** null: nothing is planned */
  plannedPlacement: PlannedPlacement | null
}

export const newApplicationFields: Omit<ApplicationFields, "name"> = {
  summary: "", lifecycle: "active", vendor: "", planOn: null, phaseInOn: null, activeOn: null, phaseOutOn: null, endOfLifeOn: null,
  contractEndsOn: null, noticeOn: null, family: null, productVersion: null, plannedPlacement: null,
}

/** What lies in the application's own row; name and summary lie in its element. */
export function applicationRow(application: ApplicationFields) {
  const { lifecycle, vendor, planOn, phaseInOn, activeOn, phaseOutOn, endOfLifeOn, contractEndsOn, noticeOn, family, productVersion, plannedPlacement } = application
  return { lifecycle, vendor, planOn, phaseInOn, activeOn, phaseOutOn, endOfLifeOn, contractEndsOn, noticeOn, family, productVersion, plannedPlacement }
}

export function applicationSnapshot(application: ApplicationFields): Snapshot {
  return { name: application.name, summary: application.summary, ...applicationRow(application) }
}

/** Gives the fields back; refused at its field where a stage begins before an earlier one, or notice falls after the contract's end. */
export function checkApplication(application: ApplicationFields): ApplicationFields {
  let before: { day: CalendarDate; label: string } | null = null
  for (const field of stageDays) {
    const day = application[field]
    if (day === null) continue
    if (before !== null && day < before.day) throw new RuleError(`That is before “${before.label}” (${dayMonthYear(before.day)}). The stages follow each other.`, { field })
    before = { day, label: stageDayWords[field] }
  }
  const { noticeOn, contractEndsOn } = application
  if (noticeOn !== null && contractEndsOn !== null && noticeOn > contractEndsOn)
    throw new RuleError(`Notice goes out before the contract ends (${dayMonthYear(contractEndsOn)}).`, { field: "noticeOn" })
  return application
}

/** How many days ahead a notice or the end of a contract is called near. */
export const contractNearDays = 90

export type ContractState = "none" | "running" | "notice near" | "notice missed" | "ends soon" | "ended"

/**
 * How a contract stands today, `near` being the last day that counts as near: ended, its notice near, its notice missed while it has an
 * end, its end near, else running; "none" where neither day is known.
 */
export function contractState({ contractEndsOn, noticeOn }: Pick<ApplicationFields, "contractEndsOn" | "noticeOn">, today: CalendarDate, near: CalendarDate): ContractState {
  if (contractEndsOn === null && noticeOn === null) return "none"
  if (contractEndsOn !== null && contractEndsOn < today) return "ended"
  if (noticeOn !== null && noticeOn >= today && noticeOn <= near) return "notice near"
  if (contractEndsOn === null) return "running"
  if (noticeOn !== null && noticeOn < today) return "notice missed"
  return contractEndsOn <= near ? "ends soon" : "running"
}

/** What one unit uses: seats and yearly cost, null where not known. */
export interface Use {
  seats: number | null
  yearlyCost: string | null
}

export interface UseTotals {
  /** null when no unit's seats are known */
  seats: number | null
  /** sum of the known costs; null when none is known */
  yearlyCost: string | null
  /** units whose cost (or seats) is missing: with any, the totals read "at least" */
  withoutCost: number
  withoutSeats: number
  /** yearly cost per seat; null unless both are known for every unit and there is a seat */
  costPerSeat: string | null
}

/** Adds up the use of an application by units. A missing cost stays "not known": it is counted and never taken as 0. */
export function addUses(uses: readonly Use[]): UseTotals {
  const seats = uses.flatMap((use) => (use.seats === null ? [] : [use.seats]))
  const costs = uses.flatMap((use) => (use.yearlyCost === null ? [] : [use.yearlyCost]))
  const seatSum = seats.length > 0 ? seats.reduce((sum, count) => sum + count, 0) : null
  const yearlyCost = costs.length > 0 ? addMoney(costs) : null
  const withoutCost = uses.length - costs.length
  const withoutSeats = uses.length - seats.length
  const complete = withoutCost === 0 && withoutSeats === 0
  return { seats: seatSum, yearlyCost, withoutCost, withoutSeats, costPerSeat: complete ? costPerSeat(yearlyCost, seatSum) : null }
}

/** The yearly cost of one seat, rounded to a whole cent (half up); null without a cost or a seat. */
export function costPerSeat(yearlyCost: string | null, seats: number | null): string | null {
  if (yearlyCost === null || seats === null || seats <= 0) return null
  const count = BigInt(seats)
  return fromCents((2n * toCents(yearlyCost) + count) / (2n * count))
}
