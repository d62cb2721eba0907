// Opens a file of tables: CSV, several CSV files in a zip, an Excel workbook, or our own JSON.
import { UnreadableFileError, type FileChoices } from "./brought"
import { csvSheet } from "./csv-sheet.server"
import { fileKindOf, formatOfFile, notReadable } from "./file-kind"
import { jsonSheets } from "./json-sheets"
import type { Sheet, SheetFile } from "./sheet"
import { decodeText, encodingWords } from "./text-encoding"
import { xlsxSheets } from "./xlsx-sheets.server"
import { zipEntries } from "./zip-entries.server"

/** Gives the sheets of a file as they are; refuses what is no table, with a sentence that says what it is. */
export async function sheetFile(file: { name: string; bytes: Uint8Array }, choices: FileChoices): Promise<SheetFile> {
  const format = formatOfFile(file.name, file.bytes)
  if (format === "xlsx") return { format, encoding: null, separator: null, sheets: await xlsxSheets(file.bytes) }
  if (format === "json") return { format, encoding: "UTF-8", separator: null, sheets: jsonSheets(decodeText(file.bytes).text) }
  if (format !== "csv") throw new UnreadableFileError(notReadable(file.name, fileKindOf(file.bytes)))
  if (fileKindOf(file.bytes) === "zip") return zippedTables(file.bytes, choices)
  return csvTables([{ name: "", bytes: file.bytes }], choices)
}

const tableEnding = /\.(csv|tsv|tab|txt)$/i

async function zippedTables(bytes: Uint8Array, choices: FileChoices): Promise<SheetFile> {
  const entries = await zipEntries(bytes, (name) => {
    if (/\.(zip|xlsx|xlsm|gz|7z|rar)$/i.test(name)) throw new UnreadableFileError(`This zip was not read: there is another packed file in it, “${name}”. Unpack it and bring that one.`)
    return tableEnding.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name)
  })
  if (entries.size === 0) throw new UnreadableFileError("There is no CSV file in this zip.")
  return csvTables([...entries].map(([name, content]) => ({ name: (name.split("/").at(-1) ?? name).replace(tableEnding, ""), bytes: content })), choices)
}

function csvTables(files: readonly { name: string; bytes: Uint8Array }[], choices: FileChoices): SheetFile {
  let encoding: string | null = null
  let separator: string | null = null
  const sheets = files.map((file): Sheet => {
    const kind = fileKindOf(file.bytes)
    if (kind !== "text" && kind !== "empty") throw new UnreadableFileError(notReadable(`${file.name}.csv`, kind))
    const decoded = decodeText(file.bytes, choices.encoding)
    const read = csvSheet(file.name, decoded, choices.separator)
    encoding ??= encodingWords[decoded.encoding]
    separator ??= read.separator
    return read.sheet
  })
  return { format: "csv", encoding, separator, sheets }
}
