// Reads CSV text as rows: which separator it has, quotes respected, what is broken named with row and column.
import { Readable } from "node:stream"
import { CsvError, parse, type Options } from "csv-parse"
import { parse as parseAtOnce } from "csv-parse/sync"
import { UnreadableFileError, type FileChoices } from "./brought"
import { columnLetters, mostColumns, mostRows, type Sheet, type SheetRow } from "./sheet"
import type { DecodedText } from "./text-encoding"

type Separator = NonNullable<FileChoices["separator"]>
const separators: readonly Separator[] = [",", ";", "\t", "|"]
const sampleLength = 60_000
const chunkLength = 65_536

/** Gives the separator and the rows of a CSV text, read anew each time they are asked for; refuses one whose quotes do not close. */
export function csvSheet(name: string, decoded: DecodedText, chosen?: Separator): { separator: Separator; sheet: Sheet } {
  const said = /^sep=([,;|\t])\r?\n/i.exec(decoded.text)
  const text = said ? decoded.text.slice(said[0].length) : decoded.text
  const separator = chosen ?? (said?.[1] as Separator | undefined) ?? separatorOf(text)
  return { separator, sheet: { name, rows: () => csvRows(text, separator, decoded.isOdd, said ? 1 : 0) } }
}

function optionsFor(separator: Separator): Options {
  return { delimiter: separator, bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"], skip_empty_lines: false }
}

/** The separator that cuts the first rows into the most cells, all rows alike. */
export function separatorOf(text: string): Separator {
  const sample = text.slice(0, sampleLength)
  const scores = separators.map((separator) => {
    const rows = parseAtOnce(sample, { ...optionsFor(separator), to: 40, raw: false, ...lenientEnd }).filter((row) => row.length > 1 || row[0] !== "")
    const width = rows[0]?.length ?? 0
    const whole = sample.length < text.length && rows.length > 1 ? rows.slice(0, -1) : rows
    const alike = whole.filter((row) => row.length === width).length / Math.max(1, whole.length)
    return { separator, score: width > 1 ? alike * 1000 + Math.min(width, 999) : 0 }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** A sample may end within a quote. */
const lenientEnd = { skip_records_with_error: true } as const

async function* csvRows(text: string, separator: Separator, isOdd: DecodedText["isOdd"], linesBefore: number): AsyncGenerator<SheetRow> {
  const parser = Readable.from(chunksOf(text)).pipe(parse(optionsFor(separator)))
  let line = linesBefore
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line++
      if (line > mostRows + 1) throw new UnreadableFileError(`The file has more than ${mostRows.toLocaleString("en")} rows. Split it into several files.`)
      if (record.length > mostColumns) throw new UnreadableFileError(`Row ${line} has more than ${mostColumns} cells. Is “${shown(separator)}” the right separator?`)
      if (record.length === 1 && record[0] === "") continue
      yield { line, cells: isOdd ? record.map((cell) => (isOdd(cell) ? { broken: oddText } : cell)) : record }
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error, linesBefore + (typeof error.records === "number" ? error.records : line - linesBefore) + 1) : error
  }
}

const oddText = "The text is in another encoding than the rest of the file. Type it again, or save the whole file as UTF-8."

/** The text in pieces, never cut within a character: the parser takes each as bytes. */
function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const last = text.charCodeAt(at + chunkLength - 1)
    const end = at + chunkLength + (last >= 0xd800 && last <= 0xdbff ? 1 : 0)
    yield text.slice(at, end)
    at = end
  }
}

function brokenCsv(error: CsvError, row: number): UnreadableFileError {
  const column = typeof error.index === "number" ? columnLetters(error.index) : typeof error.column === "number" ? columnLetters(error.column) : "A"
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return new UnreadableFileError(`The quote that opens in row ${row}, column ${column} is never closed. The file may have been cut off: save it again, or close the quote.`)
  return new UnreadableFileError(`Row ${row}, column ${column} is broken, so the file cannot be read: ${error.message}`)
}

function shown(separator: string): string {
  return separator === "\t" ? "tab" : separator
}
