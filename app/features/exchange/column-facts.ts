// What looking once through a sheet tells about its columns: headings, first values, how dates and decimals are written.
import { fold } from "~/core/fold"
import { isChainKind, parseCode, type ChainKind } from "~/features/elements/element"
import { decimalCommaOf } from "./cell-numbers"
import { dayFirstOf, saysNothing } from "./cell-values"
import { cellText, columnLetters, isBlank, type Cell, type Sheet, type SheetRow } from "./sheet"

export interface ColumnFacts {
  /** sheet name and position */
  key: string
  index: number
  heading: string
  sample: Cell
  filled: number
  /** kinds whose short ids stand in the column; and whether every cell that is not blank is one */
  codeKinds: ReadonlySet<ChainKind>
  onlyCodes: boolean
  dayFirst: boolean | "mixed" | null
  decimalComma: boolean | "mixed" | null
  /** the first different cells, folded, as long as they are short */
  words: ReadonlyMap<string, string>
}

export interface SheetFacts {
  name: string
  /** the line of the headings; rows below it are data; 0 when the sheet has none */
  headingLine: number
  rows: number
  columns: readonly ColumnFacts[]
}

const wordsKept = 40
const wordLength = 80
const titleRows = 10

/** Looks through all rows of a sheet. Lines above the headings with a single cell are taken as a title. */
export async function sheetFacts(sheet: Sheet): Promise<SheetFacts> {
  const before: SheetRow[] = []
  let found: { line: number; columns: GrowingFacts[] } | null = null
  let rows = 0
  const count = (row: SheetRow) => {
    if (row.cells.every(isBlank)) return
    rows++
    row.cells.forEach((cell, index) => found?.columns[index]?.add(cell))
  }
  for await (const row of sheet.rows()) {
    if (found) {
      count(row)
      continue
    }
    const filled = row.cells.filter((cell) => !isBlank(cell)).length
    if (filled === 0) continue
    if (filled > 1) found = { line: row.line, columns: growing(sheet.name, row) }
    else if (before.push(row) === titleRows) found = startAt(sheet.name, before, count, (made) => (found = made))
  }
  found ??= startAt(sheet.name, before, count, (made) => (found = made))
  return { name: sheet.name, headingLine: found?.line ?? 0, rows, columns: found?.columns.map((column) => column.facts()) ?? [] }
}

/** A table of one column: its first row is the heading, the others are data. */
function startAt(name: string, rows: SheetRow[], count: (row: SheetRow) => void, set: (made: { line: number; columns: GrowingFacts[] }) => void) {
  const [first, ...rest] = rows
  if (!first) return null
  const made = { line: first.line, columns: growing(name, first) }
  set(made)
  rest.forEach(count)
  return made
}

function growing(sheet: string, row: SheetRow): GrowingFacts[] {
  return row.cells.map((cell, index) => new GrowingFacts(`${sheet}!${columnLetters(index)}`, index, cellText(cell).replace(/\s+/g, " ").trim()))
}

class GrowingFacts {
  private sample: Cell = null
  private filled = 0
  private readonly codeKinds = new Set<ChainKind>()
  private others = 0
  private dayFirst: boolean | "mixed" | null = null
  private decimalComma: boolean | "mixed" | null = null
  private readonly words = new Map<string, string>()

  constructor(private readonly key: string, private readonly index: number, private readonly heading: string) {}

  add(cell: Cell): void {
    if (isBlank(cell)) return
    this.filled++
    this.sample ??= cell
    if (typeof cell !== "string") {
      this.others++
      if (typeof cell !== "object") this.keep(String(cell))
      return
    }
    if (cell.length > wordLength) {
      this.others++
      if (this.words.size < wordsKept) this.words.set(fold(cell), cell)
      return
    }
    const code = parseCode(cell)
    if (code && isChainKind(code.kind)) this.codeKinds.add(code.kind)
    else this.others++
    if (!saysNothing(cell) && /\d/.test(cell)) {
      this.dayFirst = joined(this.dayFirst, dayFirstOf(cell))
      this.decimalComma = joined(this.decimalComma, decimalCommaOf(cell))
    }
    this.keep(cell)
  }

  private keep(text: string): void {
    if (this.words.size < wordsKept && !this.words.has(fold(text))) this.words.set(fold(text), text)
  }

  facts(): ColumnFacts {
    const { key, index, heading, sample, filled, codeKinds, dayFirst, decimalComma, words } = this
    return { key, index, heading, sample, filled, codeKinds, onlyCodes: codeKinds.size > 0 && this.others === 0, dayFirst, decimalComma, words }
  }
}

function joined(known: boolean | "mixed" | null, shown: boolean | null): boolean | "mixed" | null {
  if (shown === null || known === shown) return known
  return known === null ? shown : "mixed"
}

/** What all columns together show, for those that show nothing themselves; null where they differ. */
export function commonHabit(columns: readonly ColumnFacts[], of: "dayFirst" | "decimalComma"): boolean | null {
  const shown = new Set(columns.map((column) => column[of]).filter((one) => one !== null))
  const [only] = shown
  return shown.size === 1 && only !== "mixed" && only !== undefined ? only : null
}
