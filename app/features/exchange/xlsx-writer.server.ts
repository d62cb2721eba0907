// Writes a list as a spreadsheet, portion by portion, every cell with its type, so that text never becomes a formula.
import { setImmediate as letOthersIn } from "node:timers/promises"
import type { FileColumn } from "~/features/elements/list"
import { fileHeaders } from "./csv-writer.server"
import { sheetBegin, sheetEnd, sheetPath, sheetRow, workbookParts } from "./workbook-xml"
import { zipped } from "./zip-stream.server"

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
/** So few that writing them holds nobody up: other requests are answered in between. */
const pieceRows = 200

interface ListFile<Row> {
  name: string
  columns: readonly FileColumn<Row>[]
  portions: AsyncIterable<readonly Row[]>
}

/** Answers with the file, sent while it is being written: one sheet, its first line the column names and kept in sight. */
export function xlsxFile<Row>(file: ListFile<Row>): Response {
  const bytes = zipped([
    ...workbookParts([file.name.slice(0, 31)]).map(({ name, text }) => ({ name, content: [text] })),
    { name: sheetPath(1), content: sheetText(file) },
  ])
  const body = new ReadableStream<Uint8Array>({
    async pull(out) {
      const next = await bytes.next()
      if (next.done) out.close()
      else out.enqueue(next.value)
    },
    cancel: async () => void (await bytes.return(undefined)),
  })
  return new Response(body, { headers: fileHeaders(file.name, "xlsx", type) })
}

async function* sheetText<Row>({ columns, portions }: ListFile<Row>): AsyncGenerator<string> {
  const types = columns.map(({ kind }) => kind)
  yield sheetBegin(columns.map(({ label, kind }) => ({ heading: label, type: kind })))
  let line = 1
  for await (const rows of portions) {
    for (let from = 0; from < rows.length; from += pieceRows) {
      yield rows.slice(from, from + pieceRows).map((row) => sheetRow((line += 1), columns.map((column) => column.of(row)), types)).join("")
      await letOthersIn()
    }
  }
  yield sheetEnd
}
