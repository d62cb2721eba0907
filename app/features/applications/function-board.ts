// The board of jobs: in which column a job stands, which follows its records alone, and what its card says.
import { addMoney, type Money } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import { adoption, fragmentation, lacksCost, priceSpread, savingUpTo, type PriceSpread, type ToolUse } from "./fragmentation"

export const boardColumns = ["to look at", "comparing", "asking users", "decided", "switching", "done"] as const
export type BoardColumn = (typeof boardColumns)[number]
export const boardColumnWords: Record<BoardColumn, string> = {
  "to look at": "To look at", comparing: "Comparing", "asking users": "Asking users", decided: "Decided", switching: "Switching", done: "Done",
}
/** The columns in which nobody has chosen yet. */
export const undecidedColumns: readonly BoardColumn[] = ["to look at", "comparing", "asking users"]

/** The decision about a job that counts for the board: the one in force or on its way. */
export interface JobDecision {
  /** its short id and address, for the card; null where nothing shows it yet */
  ref: ElementRef | null
  state: "draft" | "in consultation" | "ready" | "approved"
  decidedOn: string | null
  /** the applications it makes the standard */
  standardIds: readonly string[]
  /** seats moved so far, and of how many; null before the switch is planned */
  moved: { seats: number; of: number } | null
  /** whether a switch-off has begun */
  switchOffBegun: boolean
  /** whether the plan of the switch is closed */
  planClosed: boolean
  /** F6 net of the leading option that has inputs; null before that */
  netSaving: Money | null
}

/**
 * The column of a job: with an approved decision decided, switching once a seat moved or a switch-off began, done once the plan is
 * closed; with an open one comparing or asking users; without one to look at, from two active applications on. Null: not on the board.
 */
export function boardColumn(activeApplications: number, decision: JobDecision | null): BoardColumn | null {
  if (decision === null) return activeApplications >= 2 ? "to look at" : null
  if (decision.state === "draft") return "comparing"
  if (decision.state !== "approved") return "asking users"
  if (decision.planClosed) return "done"
  return decision.switchOffBegun || (decision.moved !== null && decision.moved.seats > 0) ? "switching" : "decided"
}

export interface BoardTool extends ToolUse {
  ref: ElementRef
}

/** What the records say about one job. */
export interface JobFacts {
  job: ElementRef
  owner: ElementRef | null
  /** all that are not archived, in order of their names */
  tools: readonly BoardTool[]
}

export interface BoardCard {
  job: ElementRef
  owner: ElementRef | null
  column: BoardColumn | null
  tools: readonly BoardTool[]
  /** null where no seat is known */
  seats: number | null
  yearlyCost: Money | null
  /** tools of which part of the cost is not known: the yearly cost is then at least this much */
  withoutCost: number
  spread: PriceSpread | null
  fragmentation: number | null
  adoption: number | null
  /** null: not known yet */
  possibleSaving: Money | null
  /** whether it is only the most it could be, before a decision has inputs */
  upTo: boolean
  decision: JobDecision | null
}

/** What the board shows of one job. */
export function boardCard({ job, owner, tools }: JobFacts, decision: JobDecision | null): BoardCard {
  const seats = tools.flatMap((tool) => (tool.seats === null ? [] : [{ id: tool.id, seats: tool.seats }]))
  const costs = tools.flatMap((tool) => (tool.yearlyCost === null ? [] : [tool.yearlyCost]))
  const net = decision?.netSaving ?? null
  return {
    job, owner, tools, decision,
    column: boardColumn(tools.filter((tool) => tool.lifecycle === "active").length, decision),
    seats: seats.length === 0 ? null : seats.reduce((sum, tool) => sum + tool.seats, 0),
    yearlyCost: costs.length === 0 ? null : addMoney(costs),
    withoutCost: tools.filter(lacksCost).length,
    spread: priceSpread(tools),
    fragmentation: fragmentation(seats.map((tool) => tool.seats)),
    adoption: adoption(seats, decision?.state === "approved" ? decision.standardIds : []),
    possibleSaving: net ?? savingUpTo(tools),
    upTo: net === null,
  }
}

export interface BoardSums {
  /** jobs with at least one tool */
  jobs: number
  undecided: number
  /** sum of the savings that are known among the undecided; null where none is */
  saving: Money | null
  savingKnown: number
  /** whether each of them is only the most it could be */
  upTo: boolean
  seats: number | null
  yearlyCost: Money | null
}

/** What the jobs without a choice add up to; a tool that does several of them counts in each. */
export function boardSums(cards: readonly BoardCard[]): BoardSums {
  const undecided = cards.filter(({ column }) => column !== null && undecidedColumns.includes(column))
  const known = undecided.flatMap((card) => (card.possibleSaving === null ? [] : [card.possibleSaving]))
  const costs = undecided.flatMap((card) => (card.yearlyCost === null ? [] : [card.yearlyCost]))
  const seats = undecided.flatMap((card) => (card.seats === null ? [] : [card.seats]))
  return {
    jobs: cards.filter(({ tools }) => tools.length > 0).length,
    undecided: undecided.length,
    saving: known.length === 0 ? null : addMoney(known),
    savingKnown: known.length,
    upTo: undecided.some(({ upTo, possibleSaving }) => upTo && possibleSaving !== null),
    seats: seats.length === 0 ? null : seats.reduce((sum, count) => sum + count, 0),
    yearlyCost: costs.length === 0 ? null : addMoney(costs),
  }
}
