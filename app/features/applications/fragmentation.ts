// How scattered a job is over its tools: F7, what one seat costs in each, and what one tool for all could save at most.
import { fromCents, toCents, type Money } from "~/core/money"
import { costPerSeat, type Lifecycle } from "./application"

/** What the use of one tool by all units adds up to. */
export interface ToolUse {
  id: string
  lifecycle: Lifecycle
  /** units that use it */
  uses: number
  /** sum of the known ones; null where none is known */
  seats: number | null
  yearlyCost: Money | null
  withoutCost: number
  /** seats and cost of the units of which both are known: what one seat costs */
  pricedSeats: number | null
  pricedCost: Money | null
}

/** F7: 1 - sum of the squared shares of seats, 0 with one tool, below 1 with any number; null where no seat is known. */
export function fragmentation(seats: readonly number[]): number | null {
  const all = seats.reduce((sum, count) => sum + count, 0)
  if (all <= 0) return null
  // whole numbers until the one division, so that the order of the tools changes nothing
  const squares = seats.reduce((sum, count) => sum + BigInt(count) * BigInt(count), 0n)
  const whole = BigInt(all) * BigInt(all)
  return Number(whole - squares) / Number(whole)
}

/** F7: seats on the chosen tool / seats; null without seats or without a choice. */
export function adoption(seats: readonly { id: string; seats: number }[], standardIds: readonly string[]): number | null {
  const all = seats.reduce((sum, tool) => sum + tool.seats, 0)
  if (all <= 0 || standardIds.length === 0) return null
  return seats.filter(({ id }) => standardIds.includes(id)).reduce((sum, tool) => sum + tool.seats, 0) / all
}

export interface PriceSpread {
  lowest: Money
  highest: Money
  /** highest / lowest; null where the lowest is free */
  times: number | null
}

/** The lowest and highest price of a seat among the tools whose price is known; null under two such tools. */
export function priceSpread(tools: readonly ToolUse[]): PriceSpread | null {
  const prices = tools.flatMap((tool) => costPerSeat(tool.pricedCost, tool.pricedSeats) ?? []).map(toCents)
  if (prices.length < 2) return null
  const lowest = prices.reduce((least, price) => (price < least ? price : least))
  const highest = prices.reduce((most, price) => (price > most ? price : most))
  return { lowest: fromCents(lowest), highest: fromCents(highest), times: lowest === 0n ? null : Number(highest) / Number(lowest) }
}

/** Whether part of what the tool costs is not known: a unit without a cost, or a tool in use of which no unit is named. */
export function lacksCost(tool: Pick<ToolUse, "lifecycle" | "uses" | "withoutCost">): boolean {
  return tool.withoutCost > 0 || (tool.uses === 0 && tool.lifecycle !== "plan" && tool.lifecycle !== "end of life")
}

/**
 * The most that one tool for all could save in a year: yearly cost - all seats x the lowest known price of a seat among them, at
 * least 0. Null while a cost is missing or no price is known.
 */
export function savingUpTo(tools: readonly ToolUse[]): Money | null {
  if (tools.some(lacksCost)) return null
  const priced = tools.flatMap((tool) => (tool.pricedCost !== null && tool.pricedSeats !== null && tool.pricedSeats > 0 ? [{ cost: toCents(tool.pricedCost), seats: BigInt(tool.pricedSeats) }] : []))
  const [first, ...others] = priced
  if (!first) return null
  const cheapest = others.reduce((least, one) => (one.cost * least.seats < least.cost * one.seats ? one : least), first)
  const cost = tools.reduce((sum, tool) => sum + toCents(tool.yearlyCost ?? "0"), 0n)
  const seats = tools.reduce((sum, tool) => sum + BigInt(tool.seats ?? 0), 0n)
  // rounded to a whole cent, half up
  const onCheapest = (2n * seats * cheapest.cost + cheapest.seats) / (2n * cheapest.seats)
  return fromCents(cost > onCheapest ? cost - onCheapest : 0n)
}
