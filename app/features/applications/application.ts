// An application: a product in use, its lifecycle, and what its use by units adds up to.
import type { Snapshot } from "~/core/change"
import { addMoney, fromCents, toCents } from "~/core/money"

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

export interface ApplicationFields {
  name: string
  summary: string
  lifecycle: Lifecycle
  vendor: string
}

export const newApplicationFields: Omit<ApplicationFields, "name"> = { summary: "", lifecycle: "active", vendor: "" }

export function applicationSnapshot({ name, summary, lifecycle, vendor }: ApplicationFields): Snapshot {
  return { name, summary, lifecycle, vendor }
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
