// Reads an Excel workbook as sheets of rows: values as last worked out, days as days, errors as errors and never as blanks.
import { SaxesParser, type SaxesTagPlain } from "saxes"
import { UnreadableFileError } from "./brought"
import { mostColumns, mostRows, type Cell, type Sheet, type SheetRow } from "./sheet"
import { cellAddress, dayOfNumber, numberLook, plainNumber, unescapeText, type NumberLook } from "./xlsx-parts"
import { zipEntries } from "./zip-entries.server"

interface Workbook {
  texts: readonly string[]
  looks: readonly NumberLook[]
  from1904: boolean
}

const mostSheets = 100
const deepest = 64
const mostMerged = 1_000
const chunkLength = 65_536
const parts = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i

/** Gives the visible sheets of a workbook; refuses one beyond the limits of `zipEntries` or that is no workbook. */
export async function xlsxSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const entries = await zipEntries(bytes, (name) => parts.test(name))
  const text = (name: string) => entries.get(name)?.toString("utf8")
  const workbook = text("xl/workbook.xml")
  if (workbook === undefined) throw damaged("it has no workbook in it")
  const { sheets, from1904 } = readWorkbook(workbook)
  if (sheets.length > mostSheets) throw new UnreadableFileError(`This file was not read: it has ${sheets.length.toLocaleString("en")} sheets, and at most ${mostSheets} are read.`)
  const targets = readTargets(text("xl/_rels/workbook.xml.rels") ?? "<Relationships/>")
  const book: Workbook = { texts: readTexts(text("xl/sharedStrings.xml") ?? "<sst/>"), looks: readLooks(text("xl/styles.xml") ?? "<styleSheet/>"), from1904 }
  return sheets.flatMap(({ name, id }) => {
    const content = entries.get(targets.get(id) ?? "")
    return content === undefined ? [] : [{ name, rows: () => sheetRows(content, name, book) }]
  })
}

interface Visitor {
  open?: (tag: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (tag: string) => void
}

/** A parser that refuses document types, depth and broken XML, and leaves out prefixes of names. */
function parserFor(visitor: Visitor): SaxesParser {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on("doctype", () => {
    throw new UnreadableFileError("This file was not read: it has a document type (DOCTYPE), which can hide harm. Save it again as .xlsx.")
  })
  parser.on("error", (error) => {
    throw damaged(error.message)
  })
  parser.on("opentag", (tag: SaxesTagPlain) => {
    if (++depth > deepest) throw new UnreadableFileError("This file was not read: its tags are nested deeper than in any workbook. Save it again as .xlsx.")
    visitor.open?.(bare(tag.name), tag.attributes)
  })
  parser.on("text", (text) => visitor.text?.(text))
  parser.on("cdata", (text) => visitor.text?.(text))
  parser.on("closetag", (tag) => {
    depth--
    visitor.close?.(bare(tag.name))
  })
  return parser
}

function walk(text: string, visitor: Visitor): void {
  parserFor(visitor).write(text).close()
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1)
}

function readWorkbook(text: string): { sheets: { name: string; id: string }[]; from1904: boolean } {
  const sheets: { name: string; id: string }[] = []
  let from1904 = false
  walk(text, {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "")
      if (tag !== "sheet" || /hidden/i.test(attributes.state ?? "")) return
      const id = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1]
      if (id !== undefined) sheets.push({ name: attributes.name ?? "", id })
    },
  })
  return { sheets, from1904 }
}

function readTargets(text: string): Map<string, string> {
  const targets = new Map<string, string>()
  walk(text, {
    open(tag, { Id, Target }) {
      if (tag === "Relationship" && Id && Target) targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

function readTexts(text: string): string[] {
  const texts: string[] = []
  let current = ""
  let open = ""
  let aside = false
  walk(text, {
    open(tag) {
      if (tag === "si") current = ""
      if (tag === "rPh") aside = true
      open = tag
    },
    text(part) {
      if (open === "t" && !aside) current += part
    },
    close(tag) {
      if (tag === "rPh") aside = false
      if (tag === "si") texts.push(unescapeText(current))
      open = ""
    },
  })
  return texts
}

function readLooks(text: string): NumberLook[] {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let inCells = false
  walk(text, {
    open(tag, attributes) {
      if (tag === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "")
      if (tag === "cellXfs") inCells = true
      if (tag === "xf" && inCells) looks.push(numberLook(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId ?? 0))))
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false
    },
  })
  return looks
}

interface OpenCell {
  type: string
  style: number
  value: string | null
  inline: string
  formula: boolean
}

function* sheetRows(content: Buffer, sheet: string, book: Workbook): Generator<SheetRow> {
  const ready: SheetRow[] = []
  let row: { line: number; cells: Cell[] } = { line: 0, cells: [] }
  let column = 0
  let cell: OpenCell | null = null
  let reading: "v" | "t" | null = null
  let aside = false
  const merged = mergedDown(content)
  const parser = parserFor({
    open(tag, attributes) {
      if (tag === "row") row = { line: lineOf(attributes.r, row.line, sheet), cells: [] }
      else if (tag === "c") {
        column = attributes.r === undefined ? row.cells.length : cellAddress(attributes.r)?.column ?? mostColumns
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: null, inline: "", formula: false }
      } else if (tag === "f" && cell) cell.formula = true
      else if (tag === "v" && cell) reading = "v"
      else if (tag === "t" && cell && !aside) reading = "t"
      else if (tag === "rPh") aside = true
    },
    text(text) {
      if (cell === null) return
      if (reading === "v") cell.value = (cell.value ?? "") + text
      else if (reading === "t") cell.inline += text
    },
    close(tag) {
      if (tag === "c" && cell) {
        const value = cellValue(cell, book)
        cell = null
        // people format whole rows and columns: what is blank there is not part of the table
        if (column < mostColumns) {
          while (row.cells.length < column) row.cells.push(null)
          row.cells[column] = value
        } else if (value !== null) throw new UnreadableFileError(`Sheet ${sheet}, row ${row.line} has a cell beyond column ${mostColumns}. Delete what stands to the right of the table.`)
      } else if (tag === "row") {
        if (row.cells.every((one) => one === null)) return
        if (row.line > mostRows + 1) throw new UnreadableFileError(`Sheet ${sheet} goes on to row ${row.line.toLocaleString("en")}, and at most ${mostRows.toLocaleString("en")} rows are read. Delete what stands below the table, or split it.`)
        fillMerged(row, merged)
        ready.push(row)
      } else if (tag === "rPh") aside = false
      reading = null
    },
  })
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false })
  for (let at = 0; at < content.length; at += chunkLength) {
    parser.write(decoder.decode(content.subarray(at, at + chunkLength), { stream: true }))
    yield* ready.splice(0)
  }
  parser.write(decoder.decode()).close()
  yield* ready.splice(0)
}

/** Cells that are joined downwards: the value stands in the first, and people see it in all of them. */
interface MergedDown {
  column: number
  from: number
  to: number
  value: Cell
}

/** The sheet names them after its rows. Cells joined to the right are headings and titles, which one column has. */
function mergedDown(content: Buffer): MergedDown[] {
  const rowsEnd = content.lastIndexOf("</sheetData>")
  const after = rowsEnd < 0 ? "" : content.toString("utf8", rowsEnd)
  return [...after.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].slice(0, mostMerged).flatMap(([, first = "", last = ""]) => {
    const [from, to] = [cellAddress(first), cellAddress(last)]
    return from && to && from.column < mostColumns && to.row > from.row ? [{ column: from.column, from: from.row, to: to.row, value: null }] : []
  })
}

function fillMerged(row: { line: number; cells: Cell[] }, merged: MergedDown[]): void {
  for (const one of merged) {
    if (row.line === one.from) one.value = row.cells[one.column] ?? null
    else if (row.line > one.from && row.line <= one.to && one.value !== null) {
      while (row.cells.length <= one.column) row.cells.push(null)
      row.cells[one.column] ??= one.value
    }
  }
}

function lineOf(said: string | undefined, before: number, sheet: string): number {
  const line = said === undefined ? before + 1 : Number(said)
  if (!Number.isInteger(line) || line <= before) throw damaged(`row ${said} of sheet ${sheet} is out of order`)
  return line
}

/** A formula without a result and an error are no blanks: a blank clears what is there. */
function cellValue(cell: OpenCell, book: Workbook): Cell {
  const { type, value } = cell
  if (type === "inlineStr") return filled(unescapeText(cell.inline))
  if (value === null || value === "") {
    if (cell.formula && type !== "str") return { broken: "The formula in this cell has no result. Open the file in Excel, let it calculate, and save it." }
    return null
  }
  if (type === "s") {
    const text = book.texts[Number(value)]
    return text === undefined ? { broken: "The text of this cell is missing from the file." } : filled(text)
  }
  if (type === "str") return filled(unescapeText(value))
  if (type === "b") return value === "1"
  if (type === "e") return { broken: `The formula in this cell has the error ${value}.` }
  if (type === "d") return /^\d{4}-\d\d-\d\d/.test(value) ? { day: value.slice(0, 10) } : value
  return numberValue(Number(value), value, book.looks[cell.style] ?? "number", book.from1904)
}

function numberValue(number: number, text: string, look: NumberLook, from1904: boolean): Cell {
  if (!Number.isFinite(number)) return text
  if (look === "percent") return plainNumber(number * 100)
  const day = look === "date" ? dayOfNumber(number, from1904) : null
  return day === null ? plainNumber(number) : { day }
}

function filled(text: string): string | null {
  return text === "" ? null : text
}

function damaged(why: string): UnreadableFileError {
  return new UnreadableFileError(`This workbook is damaged (${why.replace(/\.$/, "").slice(0, 160)}). Open it in Excel and save it again.`)
}
