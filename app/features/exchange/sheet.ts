// A table as a file has it, before any meaning: named sheets of numbered rows of cells.

/** A calendar day that the file says is one (Excel); text that looks like a date is not. */
export interface DayCell {
  day: string
}
/** A cell that holds no value but a reason: a formula's error, or text in another encoding. */
export interface BrokenCell {
  broken: string
}
/** `undefined` is a cell whose column this row does not have at all (JSON); null is a blank one. */
export type Cell = string | number | boolean | null | undefined | DayCell | BrokenCell

export interface SheetRow {
  /** as a spreadsheet counts: the headings are usually row 1 */
  line: number
  cells: readonly Cell[]
}

export interface Sheet {
  /** "" where the file is a single table */
  name: string
  /** from the first row on, as often as asked; blank rows may be left out */
  rows: () => AsyncIterable<SheetRow> | Iterable<SheetRow>
}

export interface SheetFile {
  format: "csv" | "xlsx" | "json"
  encoding: string | null
  separator: string | null
  sheets: readonly Sheet[]
}

/** Rows that a table may have; more are refused. */
export const mostRows = 200_000
export const mostColumns = 500

/** The text of a cell as it stands in the file; "" for a blank one. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ""
  if (typeof cell !== "object") return String(cell)
  return "day" in cell ? cell.day : cell.broken
}

export function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "")
}

/** "C" for the third column. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26))
}
