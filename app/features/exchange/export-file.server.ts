// Writes everything into one file, a portion at a time: a workbook, CSV files in a zip, JSON or an ArchiMate model.
import { setImmediate as letOthersIn } from "node:timers/promises"
import { stringify } from "csv-stringify/sync"
import { guardCell } from "~/core/csv-guard"
import type { ReadDb } from "~/core/database.server"
import { archimateFile } from "./archimate-writer.server"
import type { FileValue } from "./brought"
import { fileHeaders } from "./csv-writer.server"
import { exportFormatWords, type ExportFormat } from "./export-format"
import { exportTables, type ExportTable } from "./export-tables.queries.server"
import type { FieldType } from "./file-fields"
import { sheetBegin, sheetEnd, sheetPath, sheetRow, workbookParts, type SheetType } from "./workbook-xml"
import { zipped } from "./zip-stream.server"

export interface ExportAsked {
  /** the moment it is made, written into JSON */
  now: Date
  /** whether people's addresses are included: for the operator and administrators */
  emails: boolean
  /** whether where people stand is included: for whoever may see it */
  standings: boolean
}

/** Answers with the file, sent while it is being written; a browser that stops listening stops the reading too. */
export function exportResponse(db: ReadDb, format: ExportFormat, asked: ExportAsked): Response {
  const bytes = exportFile(db, format, asked)
  const body = new ReadableStream<Uint8Array>({
    async pull(out) {
      const next = await bytes.next()
      if (next.done) out.close()
      else out.enqueue(next.value)
    },
    cancel: async () => void (await bytes.return(undefined)),
  })
  return new Response(body, { headers: fileHeaders(`throughline-${asked.now.toISOString().slice(0, 10)}`, format, exportFormatWords[format].type) })
}

/**
 * The bytes of a file with every record and link that is not archived, made as fast as they are taken. Each portion is a
 * statement of its own, so that nobody waits; what is saved meanwhile may or may not be in it.
 */
export async function* exportFile(db: ReadDb, format: ExportFormat, asked: ExportAsked): AsyncGenerator<Uint8Array> {
  if (format === "xml") return yield* encoded(archimateFile(db))
  const tables = await exportTables(db, asked)
  switch (format) {
    case "xlsx":
      return yield* zipped([
        ...workbookParts(tables.map(({ name }) => name)).map(({ name, text }) => ({ name, content: [text] })),
        ...tables.map((table, index) => ({ name: sheetPath(index + 1), content: sheetText(table) })),
      ])
    case "zip":
      return yield* zipped(tables.map((table) => ({ name: `${table.name}.csv`, content: csvText(table) })))
    case "json":
      return yield* encoded(jsonText(tables, asked.now))
  }
}

const pieceLength = 64 * 1024

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = ""
  for await (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield encoder.encode(piece)
    piece = ""
  }
  if (piece !== "") yield encoder.encode(piece)
}

/** The rows in pieces so small that writing one holds nobody up: other requests are answered in between. */
async function* inPieces(portions: AsyncIterable<FileValue[][]>): AsyncGenerator<FileValue[][]> {
  for await (const rows of portions)
    for (let from = 0; from < rows.length; from += pieceRows) {
      yield rows.slice(from, from + pieceRows)
      await letOthersIn()
    }
}
const pieceRows = 200

async function* csvText({ columns, portions }: ExportTable): AsyncGenerator<string> {
  const lines = (rows: string[][]) => stringify(rows, { record_delimiter: "\r\n" })
  yield `\uFEFF${lines([columns.map(({ heading }) => guardCell(heading))])}`
  for await (const rows of inPieces(portions())) yield lines(rows.map((row) => row.map((value) => guardCell(asText(value)))))
}

async function* sheetText({ columns, portions }: ExportTable): AsyncGenerator<string> {
  const types = columns.map(({ type }) => sheetTypes[type] ?? "text")
  yield sheetBegin(columns.map(({ heading }, index) => ({ heading, type: types[index] ?? "text" })))
  let line = 1
  for await (const rows of inPieces(portions())) {
    yield rows.map((row) => sheetRow((line += 1), row.map((value) => (typeof value === "boolean" ? asText(value) : value)), types)).join("")
  }
  yield sheetEnd
}

const sheetTypes: Partial<Record<FieldType, SheetType>> = { date: "date", money: "money", decimal: "number", whole: "number" }

async function* jsonText(tables: readonly ExportTable[], now: Date): AsyncGenerator<string> {
  yield `{"throughline":1,"exportedAt":${JSON.stringify(now.toISOString())},"tables":{`
  for (const [index, { name, columns, portions }] of tables.entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(name)}:[`
    let first = true
    for await (const rows of inPieces(portions())) {
      const objects = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map(({ heading }, at) => [heading, row[at] ?? null]))))
      yield `${first ? "" : ","}\n${objects.join(",\n")}`
      first = false
    }
    yield "]"
  }
  yield "}}\n"
}

function asText(value: FileValue): string {
  if (typeof value === "boolean") return value ? "Yes" : "No"
  return value === null ? "" : String(value)
}
