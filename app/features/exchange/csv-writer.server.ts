// Writes a list as a CSV file, portion by portion, with formulas disarmed.
import { stringify } from "csv-stringify/sync"
import { guardCell } from "~/core/csv-guard"
import type { FileColumn } from "~/features/elements/list"

/** Answers with the file: UTF-8 with a mark that spreadsheets need, lines ended by CR LF, one header line. */
export function csvFile<Row>(file: { name: string; columns: readonly FileColumn<Row>[]; portions: AsyncIterable<readonly Row[]> }): Response {
  const encoder = new TextEncoder()
  const portions = file.portions[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(encoder.encode(`\uFEFF${lines([file.columns.map((column) => guardCell(column.label))])}`)),
    async pull(out) {
      const next = await portions.next()
      if (next.done) out.close()
      else out.enqueue(encoder.encode(lines(next.value.map((row) => file.columns.map((column) => csvCell(column, row))))))
    },
    cancel: async () => void (await portions.return?.()),
  })
  return new Response(body, { headers: fileHeaders(file.name, "csv", "text/csv; charset=utf-8") })
}

/** The headers of a file to keep: never shown in the page, never stored on the way. */
export function fileHeaders(name: string, ending: string, type: string): HeadersInit {
  const plain = name.replace(/[^A-Za-z0-9 _-]/g, "").trim() || "list"
  return { "Content-Type": type, "Content-Disposition": `attachment; filename="${plain}.${ending}"`, "Cache-Control": "no-store" }
}

function csvCell<Row>(column: FileColumn<Row>, row: Row): string {
  const value = column.of(row)
  return value === null ? "" : guardCell(String(value))
}

function lines(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "\r\n" })
}
