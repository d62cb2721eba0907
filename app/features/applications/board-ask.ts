// What the address of the board of jobs asks for: order, owner, view; and the jobs it shows by column.
import { toCents } from "~/core/money"
import { boardColumns, type BoardCard, type BoardColumn } from "./function-board"

export const boardOrders = ["saving", "cost", "seats", "name"] as const
export type BoardOrder = (typeof boardOrders)[number]
export const boardOrderWords: Record<BoardOrder, string> = { saving: "saving, highest first", cost: "yearly cost, highest first", seats: "seats, most first", name: "name" }

/** As many cards of a column are drawn; the rest is counted and stands in the table. */
export const mostCards = 12

export interface BoardAsk {
  order: BoardOrder
  /** short ids of owners, or "none"; empty: all */
  owners: readonly string[]
  view: "board" | "table"
}

/** Reads the address; what the board does not know is left out. */
export function boardAsk(address: URLSearchParams): BoardAsk {
  return {
    order: boardOrders.find((one) => one === address.get("order")) ?? "saving",
    owners: address.getAll("owner"),
    view: address.get("view") === "table" ? "table" : "board",
  }
}

/** The cards that fit, in the order asked for; what is not known comes last, equal ones by name as they came. */
export function cardsThatFit(cards: readonly BoardCard[], { order, owners }: BoardAsk): BoardCard[] {
  const fitting = owners.length === 0 ? [...cards] : cards.filter(({ owner }) => owners.includes(owner?.code ?? "none"))
  const money = (amount: string | null) => (amount === null ? -1n : toCents(amount))
  const size = { saving: (card: BoardCard) => money(card.possibleSaving), cost: (card: BoardCard) => money(card.yearlyCost), seats: (card: BoardCard) => BigInt(card.seats ?? -1), name: () => 0n }[order]
  return fitting.sort((a, b) => {
    const [one, other] = [size(a), size(b)]
    return one === other ? 0 : one < other ? 1 : -1
  })
}

/** As many rows of the table are drawn; the rest is counted. */
export const mostRows = 200

/** What is drawn of the cards that fit: columns or rows, and how many there are in all. */
export interface BoardShown {
  /** jobs that fit, on the board or not */
  fitting: number
  onBoard: number
  columns: { column: BoardColumn; shown: BoardCard[]; count: number }[]
  rows: BoardCard[]
}

/** Arranges the cards that fit for the view asked for; what is not drawn is counted and left out. */
export function boardShown(cards: readonly BoardCard[], { view }: BoardAsk): BoardShown {
  const onBoard = cards.filter(({ column }) => column !== null)
  return {
    fitting: cards.length, onBoard: onBoard.length,
    columns: view === "board" ? byColumn(onBoard) : [], rows: view === "table" ? onBoard.slice(0, mostRows) : [],
  }
}

function byColumn(cards: readonly BoardCard[]): BoardShown["columns"] {
  return boardColumns.map((column) => {
    const mine = cards.filter((card) => card.column === column)
    return { column, shown: mine.slice(0, mostCards), count: mine.length }
  })
}
