// Reads a file of tables: what its sheets and columns are, guessed and corrected, and then every row of it.
import { unguardCell } from "~/core/csv-guard"
import { fold } from "~/core/fold"
import { UnreadableFileError, type Brought, type FileChoices, type FileLook, type KnownColumns, type KnownNodes, type TableKind } from "./brought"
import type { ReadColumn } from "./cell-fields"
import { sheetFacts, type SheetFacts } from "./column-facts"
import { kindOfTable, mapColumns, type MappedColumn } from "./column-guess"
import { columnLook, habitOf } from "./column-look"
import { edgeRows, graphCounter, nodeRow, type GraphColumns, type GraphPlan } from "./graph-rows"
import { graphSource } from "./graph-words"
import type { Sheet, SheetFile, SheetRow } from "./sheet"
import { sheetFile } from "./sheet-file.server"
import { broughtRow, type TableRead } from "./table-rows"
import { isTold, onlyTold } from "./told-tables"

interface KnownTable {
  sheet: Sheet
  facts: SheetFacts
  kind: TableKind | "skip"
  columns: readonly MappedColumn[]
}

/**
 * Gives what a file of tables is, for the Columns step, and its rows. Refused: what cannot be read at all, an empty file,
 * and one that has only headings. The rows can be taken once; a row that cannot be read carries its problems.
 */
export async function broughtTable(file: { name: string; bytes: Uint8Array }, choices: FileChoices, known: KnownColumns, nodes: KnownNodes = []): Promise<{ look: FileLook; rows: AsyncIterable<Brought> }> {
  const opened = unguarded(await sheetFile(file, choices))
  const tables: KnownTable[] = []
  for (const sheet of opened.sheets) tables.push(knownTable(file.name, sheet, await sheetFacts(sheet), opened, choices, known))
  const used = tables.filter((table) => table.kind !== "skip")
  if (tables.every(({ facts }) => facts.headingLine === 0)) throw new UnreadableFileError(`${file.name} has no rows: nothing is written in it.`)
  if (tables.every(({ facts }) => told(facts))) throw new UnreadableFileError(onlyTold(file.name))
  if (tables.every(({ facts }) => facts.rows === 0)) throw new UnreadableFileError(`${file.name} has headings and no rows below them.`)
  const usualComma = opened.format === "json" || opened.separator === "," ? false : null
  const reads = used.map((table) => ({ ...table, read: readColumns(table, choices, usualComma) }))
  const plan = await graphPlan(reads.map((table) => ({ sheet: table.sheet, facts: table.facts, graph: graphOf(table, table.read, opened) })), choices, nodes)
  const look: FileLook = {
    format: opened.format, source: sourceOf(used, file.name), encoding: opened.encoding, separator: opened.separator,
    sheets: tables.map(({ facts, kind, columns }) => ({
      name: facts.name, kind, rows: facts.rows,
      columns: columns.map((column) =>
        columnLook(kind === "skip" ? "goal" : kind, column, habitOf(column.facts, facts.columns, choices, usualComma), { twice: isTwice(column, columns), choices }),
      ),
    })),
    labels: plan?.labels ?? [], relations: plan?.relations ?? [],
  }
  return { look, rows: rowsOf(reads, plan, opened, choices) }
}

/** Guards against formulas come off where a CSV file may have them. */
function unguarded(file: SheetFile): SheetFile {
  if (file.format !== "csv") return file
  const bare = (row: SheetRow): SheetRow => ({ line: row.line, cells: row.cells.map((cell) => (typeof cell === "string" ? unguardCell(cell) : cell)) })
  async function* rows(sheet: Sheet) {
    for await (const row of sheet.rows()) yield bare(row)
  }
  return { ...file, sheets: file.sheets.map((sheet) => ({ name: sheet.name, rows: () => rows(sheet) })) }
}

function knownTable(fileName: string, sheet: Sheet, facts: SheetFacts, file: SheetFile, choices: FileChoices, known: KnownColumns): KnownTable {
  const alone = file.sheets.length === 1
  const stem = fileName.replace(/\.[^.]*$/, "")
  const guess = () => kindOfTable([sheet.name, ...(alone ? [stem] : [])].filter(Boolean), facts.columns) ?? (alone ? "initiative" : "skip")
  const kind = facts.headingLine === 0 || told(facts) ? "skip" : (choices.sheets?.[sheet.name] ?? (alone ? choices.as : undefined) ?? guess())
  return { sheet, facts, kind, columns: kind === "skip" ? unused(facts) : mapColumns(kind, facts.columns, choices.columns ?? {}, known) }
}

function told(facts: SheetFacts): boolean {
  return isTold(facts.columns.map(({ heading }) => heading))
}

function unused(facts: SheetFacts): MappedColumn[] {
  return facts.columns.map((column) => ({ facts: column, field: null, how: "not used" }))
}

function isTwice(column: MappedColumn, columns: readonly MappedColumn[]): boolean {
  return column.field !== null && columns.some((other) => other !== column && other.field?.name === column.field?.name)
}

function readColumns({ facts, columns }: KnownTable, choices: FileChoices, usualComma: boolean | null): ReadColumn[] {
  return columns.flatMap((column) => (column.field === null ? [] : [{ ...column, field: column.field, habit: habitOf(column.facts, facts.columns, choices, usualComma) }]))
}

/**
 * Where the file's own ids are valid. Ids of one table are of its kind and heading, whatever the file is called, so that next
 * year's file finds the same records; in a file of several kinds each id has its kind before it.
 */
function sourceOf(tables: readonly KnownTable[], fileName: string): FileLook["source"] {
  if (tables.some(({ kind }) => kind === "node" || kind === "edge")) return { key: graphSource(fileName), name: "Nodes and edges", about: {} }
  const ids = tables.flatMap(({ kind, columns }) => columns.flatMap(({ facts, field }) => (field?.name === "foreignId" ? [{ kind, heading: facts.heading }] : [])))
  const [first] = ids
  if (!first) return null
  const several = new Set(ids.map(({ kind }) => kind)).size > 1
  return { key: several ? `table:${fold(first.heading)}` : `table:${first.kind} ${fold(first.heading)}`, name: first.heading, about: {} }
}

function graphOf(table: KnownTable, columns: readonly ReadColumn[], file: SheetFile): GraphColumns | null {
  if (table.kind !== "node" && table.kind !== "edge") return null
  return { kind: table.kind, columns, headings: table.facts.columns.map(({ heading }) => heading), place: placeIn(table, file) }
}

function placeIn(table: KnownTable, file: SheetFile): (line: number) => string {
  return (line) => (file.sheets.length > 1 ? `Sheet ${table.facts.name}, row ${line}` : `Row ${line}`)
}

async function graphPlan(tables: readonly { sheet: Sheet; facts: SheetFacts; graph: GraphColumns | null }[], choices: FileChoices, nodes: KnownNodes): Promise<GraphPlan | null> {
  if (tables.every(({ graph }) => graph === null)) return null
  const counter = graphCounter(choices, nodes)
  for (const { sheet, facts, graph } of tables) {
    if (graph) for await (const row of sheet.rows()) if (row.line > facts.headingLine) counter.add(row, graph)
  }
  return counter.plan()
}

async function* rowsOf(tables: readonly (KnownTable & { read: readonly ReadColumn[] })[], plan: GraphPlan | null, file: SheetFile, choices: FileChoices): AsyncGenerator<Brought> {
  const withIds = new Set(tables.flatMap(({ kind, read }) => (read.some(({ field }) => field.name === "foreignId") ? [kind] : [])))
  // nodes before the edges between them
  for (const table of [...tables].sort((a, b) => Number(a.kind === "edge") - Number(b.kind === "edge"))) {
    const bring = rowReader(table, plan, file, choices, withIds.size > 1)
    for await (const row of table.sheet.rows()) if (row.line > table.facts.headingLine) yield* bring(row)
  }
}

function rowReader(
  table: KnownTable & { read: readonly ReadColumn[] }, plan: GraphPlan | null, file: SheetFile, choices: FileChoices, severalIds: boolean,
): (row: SheetRow) => Iterable<Brought> {
  const graph = graphOf(table, table.read, file)
  if (graph && plan) return graph.kind === "node" ? (row) => nodeRow(row, graph, choices) : edgeRows(graph, plan, choices)
  const { kind, facts, read } = table
  if (kind === "skip") return () => []
  const corrections = choices.corrections ?? {}
  const only = file.sheets.length === 1
  const reading: TableRead = {
    kind, columns: read, width: facts.columns.length, exact: file.format !== "xlsx", headings: facts.columns.map(({ heading }) => heading), choices,
    corrected: (line) => corrections[`${facts.name} ${line}`] ?? (only ? corrections[String(line)] : undefined) ?? {},
    place: placeIn(table, file), idPrefix: severalIds ? `${kind} ` : "",
  }
  return (row) => broughtRow(row, reading)
}
