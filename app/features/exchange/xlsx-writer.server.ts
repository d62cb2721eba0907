// Writes a list as a spreadsheet, every cell with its type, so that text never becomes a formula.
import writeXlsxFile, { type Cell } from "write-excel-file/node"
import type { FileColumn } from "~/features/elements/list"
import { fileHeaders } from "./csv-writer.server"

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const mostCharacters = 32_000

/** Answers with the file: one sheet, its first line the column names and kept in sight. */
export async function xlsxFile<Row>(file: { name: string; columns: readonly FileColumn<Row>[]; portions: AsyncIterable<readonly Row[]> }): Promise<Response> {
  const cells: Cell[][] = [file.columns.map((column) => ({ type: String, value: column.label, fontWeight: "bold" }))]
  for await (const rows of file.portions) for (const row of rows) cells.push(file.columns.map((column) => cellOf(column, row)))
  const columns = file.columns.map((column) => ({ width: column.kind === "text" ? 28 : 14 }))
  const book = await writeXlsxFile(cells, { columns, stickyRowsCount: 1, sheet: file.name.slice(0, 31) }).toBuffer()
  return new Response(new Uint8Array(book), { headers: fileHeaders(file.name, "xlsx", type) })
}

function cellOf<Row>(column: FileColumn<Row>, row: Row): Cell {
  const value = column.of(row)
  if (value === null || value === "") return null
  switch (column.kind) {
    case "number":
      return { type: Number, value: Number(value) }
    case "money":
      return { type: Number, value: Number(value), format: "#,##0.00" }
    case "date":
      return { type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd" }
    case "text":
      return { type: String, value: String(value).slice(0, mostCharacters) }
  }
}
