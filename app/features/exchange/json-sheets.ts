// Our own export as JSON, read as sheets: an object of tables, each a list of rows by heading.
import { UnreadableFileError } from "./brought"
import type { Cell, Sheet } from "./sheet"

const deepest = 6

/** Gives the tables; refuses JSON that is not `{ "throughline": 1, "tables": { "Goals": [ { "Goal": "..." } ] } }`. A row without a heading leaves that field untouched. */
export function jsonSheets(text: string): Sheet[] {
  const file = parsed(text)
  if (!isObject(file) || !("throughline" in file)) throw notOurs("it is not an export of this planner")
  if (file.throughline !== 1) throw notOurs("it was made by a newer version")
  if (!isObject(file.tables)) throw notOurs("it has no tables")
  return Object.entries(file.tables).map(([name, rows]) => {
    if (!Array.isArray(rows) || !rows.every(isObject)) throw notOurs(`“${name}” in it is no list of rows`)
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    return { name, rows: () => tableRows(headings, rows) }
  })
}

function parsed(text: string): unknown {
  // nested deeper than any export is: refused before it is built
  let depth = 0
  for (const match of text.slice(0, 2_000_000).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (match[0] === "[" || match[0] === "{") depth++
    else if (match[0] === "]" || match[0] === "}") depth--
    if (depth > deepest) throw notOurs("it is nested too deeply")
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableFileError("This JSON file is damaged or was cut off. Export it again.")
  }
}

function* tableRows(headings: readonly string[], rows: readonly Record<string, unknown>[]) {
  if (headings.length === 0) return
  yield { line: 1, cells: headings }
  for (const [index, row] of rows.entries()) yield { line: index + 2, cells: headings.map((heading) => cellOf(Object.hasOwn(row, heading) ? row[heading] : undefined)) }
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value
  return { broken: "A list or an object stands here, where a value should." }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function notOurs(why: string): UnreadableFileError {
  return new UnreadableFileError(`This JSON file cannot be read: ${why}. Bring the file that “Export” made, or save the table as CSV.`)
}
