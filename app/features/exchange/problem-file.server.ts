// The person's own file given back with a Problem column: every cell as it was, and beside each refused row why.
import { stringify } from "csv-stringify/sync"
import writeXlsxFile, { type Cell as ExcelCell } from "write-excel-file/node"
import { guardCell } from "~/core/csv-guard"
import type { FileChoices, FileFormat } from "./brought"
import { sheetFacts } from "./column-facts"
import { fileKindOf } from "./file-kind"
import { cellText, type Cell, type Sheet, type SheetRow } from "./sheet"
import { sheetFile } from "./sheet-file.server"
import { zipped } from "./zip-stream.server"

/** By sheet ("" in a file of one table) and line: the sentences. */
export type ProblemsByLine = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>

const heading = "Problem"
const mostCharacters = 32_000

/** Gives the file in the format it came in. Text that starts like a formula is disarmed in CSV; in a workbook it is typed as text. */
export async function problemFile(
  file: { name: string; format: FileFormat; bytes: Uint8Array; choices: FileChoices }, problems: ProblemsByLine,
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { sheets, separator } = await sheetFile(file, file.choices)
  const given = { sheets: await Promise.all(sheets.map((sheet) => toldSheet(sheet, problems.get(sheet.name) ?? new Map()))) }
  const named = (ending: string, type: string, bytes: Uint8Array) => ({ name: `${file.name.replace(/\.[^.]*$/, "")} - problems.${ending}`, type, bytes })
  if (file.format === "xlsx") return named("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", await asWorkbook(given.sheets))
  if (file.format === "json") return named("json", "application/json; charset=utf-8", encoded(asJson(given.sheets)))
  if (fileKindOf(file.bytes) !== "zip") return named("csv", "text/csv; charset=utf-8", encoded(asCsv(given.sheets[0]?.rows ?? [], separator)))
  const parts: Uint8Array[] = []
  for await (const part of zipped(given.sheets.map(({ name, rows }) => ({ name: `${name}.csv`, content: [asCsv(rows, separator)] })))) parts.push(part)
  return named("zip", "application/zip", new Uint8Array(Buffer.concat(parts)))
}

interface ToldSheet {
  name: string
  rows: SheetRow[]
}

/** The rows with a last cell that is the heading, the row's problems or blank; it stands right of the longest row. */
async function toldSheet(sheet: Sheet, problems: ReadonlyMap<number, readonly string[]>): Promise<ToldSheet> {
  const { headingLine } = await sheetFacts(sheet)
  const rows: SheetRow[] = []
  let width = 0
  for await (const row of sheet.rows()) {
    rows.push(row)
    width = Math.max(width, row.cells.length)
  }
  const told = rows.map(({ line, cells }): SheetRow => {
    const said = line === headingLine ? heading : (problems.get(line) ?? []).join(" ")
    return { line, cells: [...cells, ...Array.from({ length: width - cells.length }, () => null), said === "" ? null : said] }
  })
  return { name: sheet.name, rows: told }
}

function asCsv(rows: readonly SheetRow[], separator: string | null): string {
  const lines = rows.map(({ cells }) => cells.map((cell) => disarmed(cellText(cell))))
  return `\uFEFF${stringify(lines, { record_delimiter: "\r\n", delimiter: separator ?? "," })}`
}

/** A cell that came in with a guard keeps its one. */
function disarmed(text: string): string {
  return text.startsWith("'") ? text : guardCell(text)
}

function asJson(sheets: readonly ToldSheet[]): string {
  const tables = Object.fromEntries(
    sheets.map(({ name, rows: [headings, ...rows] }) => [
      name,
      rows.map(({ cells }) => Object.fromEntries((headings?.cells ?? []).flatMap((key, at) => (cells[at] === undefined || (key === heading && cells[at] === null) ? [] : [[cellText(key), cells[at]]])))),
    ]),
  )
  return `${JSON.stringify({ throughline: 1, tables }, null, 1)}\n`
}

async function asWorkbook(sheets: readonly ToldSheet[]): Promise<Uint8Array> {
  const made = sheets.map(({ name, rows }) => {
    const data: ExcelCell[][] = []
    for (const { line, cells } of rows) {
      while (data.length < line - 1) data.push([])
      data.push(cells.map(excelCell))
    }
    return { data, sheet: name.slice(0, 31) }
  })
  return new Uint8Array(await writeXlsxFile(made).toBuffer())
}

function excelCell(cell: Cell): ExcelCell {
  if (cell === null || cell === undefined || cell === "") return null
  if (typeof cell === "number") return { type: Number, value: cell }
  if (typeof cell === "boolean") return { type: Boolean, value: cell }
  if (typeof cell === "string") return { type: String, value: cell.slice(0, mostCharacters) }
  return "day" in cell ? { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: "yyyy-mm-dd" } : null
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
