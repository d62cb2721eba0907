// A row of a table as what it brings: a record with the links that its cells name, or a link.
import { chainKinds, type ChainKind } from "~/features/elements/element"
import { mayLink, relations, type Relation } from "~/features/elements/link"
import type { Brought, BroughtLink, BroughtRecord, FieldValue, FileChoices, FileValue, RecordKind, RecordRef, RowProblem, TableKind } from "./brought"
import { readField, recordRefs, type ReadColumn } from "./cell-fields"
import { isBlank, type SheetRow } from "./sheet"

export interface TableRead {
  kind: TableKind
  columns: readonly ReadColumn[]
  /** how many columns have headings, and whether every row must have as many cells (CSV) */
  width: number
  exact: boolean
  /** the heading of the last column that a short row still has */
  headings: readonly string[]
  choices: FileChoices
  /** fields that a person typed for the row */
  corrected: (line: number) => Readonly<Record<string, string>>
  place: (line: number) => string
  /** what stands before the file's own ids: several kinds in one file may count each from 1 */
  idPrefix: string
}

interface Cells {
  values: Map<string, FieldValue>
  problems: RowProblem[]
}

/** Gives what a row brings; nothing for a blank one. A row with a problem is refused as a whole and brings no links. */
export function* broughtRow(row: SheetRow, table: TableRead): Generator<Brought> {
  if (row.cells.every(isBlank)) return
  const cells = readCells(row, table)
  const place = { place: table.place(row.line), line: row.line }
  if (table.kind === "link" || table.kind === "usage") {
    yield linkRow(cells, table, place)
    return
  }
  const record = recordRow(cells, table, place)
  yield record
  if (record.problems.length === 0) yield* linksOf(record, cells, table, place)
}

function readCells(row: SheetRow, table: TableRead): Cells {
  const values = new Map<string, FieldValue>()
  const problems = widthProblems(row, table)
  if (problems.length > 0) return { values, problems }
  const typed = table.corrected(row.line)
  for (const column of table.columns) {
    const { name } = column.field
    const { index } = column.facts
    // where rows may be shorter than the headings (Excel), what is not there is blank
    const cell = typed[name] ?? (index < row.cells.length || table.exact ? row.cells[index] : null)
    if (cell === undefined || (values.has(name) && values.get(name) !== null)) continue
    const read = readField(table.kind, column, cell, table.choices.values)
    if (!("problem" in read)) values.set(name, read.value)
    else if (problems.every(({ problem }) => problem !== read.problem)) problems.push({ column: column.facts.heading, problem: read.problem })
  }
  return { values, problems }
}

function widthProblems(row: SheetRow, { width, exact, headings }: TableRead): RowProblem[] {
  const beyond = row.cells.slice(width).some((cell) => !isBlank(cell))
  if (beyond) return [{ column: null, problem: `The row has ${row.cells.length} cells and there are ${width} headings. Is there a separator within a text that has no quotes?` }]
  if (!exact || row.cells.length >= width) return []
  return [{ column: headings[row.cells.length] ?? null, problem: `The row has ${row.cells.length} cells and there are ${width} headings: it ends before “${headings[row.cells.length] ?? ""}”. Was the file cut off?` }]
}

interface Place {
  place: string
  line: number
}

function recordRow({ values, problems }: Cells, table: TableRead, at: Place): BroughtRecord {
  const own = new Set(["code", "foreignId", "name", "strength"])
  const links = new Set(table.columns.filter(({ field }) => field.type === "records").map(({ field }) => field.name))
  const text = (name: string) => {
    const value = values.get(name)
    return typeof value === "string" && value !== "" ? value : null
  }
  const foreignId = text("foreignId")
  return {
    part: "record", ...at, problems, kind: table.kind as RecordKind, code: text("code"), foreignId: foreignId === null ? null : table.idPrefix + foreignId,
    type: "", name: text("name"), fields: Object.fromEntries([...values].filter(([name]) => !own.has(name) && !links.has(name))), properties: [],
  }
}

const linkColumns: Readonly<Record<string, Relation>> = {
  "initiative goals": "contributes to", "initiative units": "affects", "service goals": "supports", "application services": "delivers", "application functions": "performs",
}

function* linksOf(record: BroughtRecord, { values }: Cells, table: TableRead, at: Place): Generator<BroughtLink> {
  const self = selfRef(record)
  if (self === null) return
  for (const { field, facts } of table.columns) {
    const relation = linkColumns[`${table.kind} ${field.name}`]
    const text = values.get(field.name)
    if (!relation || typeof text !== "string") continue
    const main = relation === "contributes to" && /^main goal/i.test(facts.heading)
    for (const [index, to] of recordRefs(text, field.kinds ?? [], facts.heading).entries()) {
      const strength = values.get("strength")
      const fields: Record<string, FileValue> = {}
      if (relation === "contributes to" && typeof strength === "string") fields.strength = Number(strength)
      if (main && index === 0) fields.isPrimary = true
      yield { part: "link", ...at, problems: [], relation, from: self, to, fields, foreignId: null }
    }
    values.delete(field.name)
  }
}

function selfRef({ kind, code, foreignId, name }: BroughtRecord): RecordRef | null {
  const kinds = [kind as ChainKind]
  if (code !== null) return { kinds, text: code, by: "any" }
  if (foreignId !== null) return { kinds, text: foreignId, by: "foreign" }
  return name === null ? null : { kinds, text: name, by: "any" }
}

const nobody: RecordRef = { kinds: [], text: "", by: "any" }

function linkRow({ values, problems }: Cells, table: TableRead, at: Place): BroughtLink {
  const [fromField, toField] = table.kind === "usage" ? ["unit", "used"] : ["from", "to"]
  const relation = table.kind === "usage" ? "uses" : (values.get("relation") as Relation | null | undefined)
  const missing = [...(relation ? [] : ["relation"]), ...[fromField, toField].filter((name) => !values.get(name))]
  const found = problems.length > 0 ? problems : missing.map((name): RowProblem => ({ column: headingOf(table, name), problem: missingEnd[name] ?? "It is not said which record is meant." }))
  const kinds = endKinds(relation ?? "uses")
  const end = (name: string, allowed: readonly ChainKind[]): RecordRef => {
    const ref = values.get(name)
    return ref && typeof ref === "object" ? { ...ref, kinds: allowed } : nobody
  }
  const ends = new Set(["relation", fromField, toField])
  const fields = Object.fromEntries([...values].filter(([name]) => !ends.has(name)).map(([name, value]) => [name, name === "strength" && value !== null ? Number(value) : (value as FileValue)]))
  return { part: "link", ...at, problems: found, relation: relation ?? "uses", from: end(fromField ?? "", kinds.from), to: end(toField ?? "", kinds.to), fields, foreignId: null }
}

const missingEnd: Readonly<Record<string, string>> = { relation: `It is not said how the two are linked: one of ${relations.join(", ")}.` }

function headingOf(table: TableRead, field: string): string | null {
  return table.columns.find((column) => column.field.name === field)?.facts.heading ?? null
}

/** The kinds that a relation may join. */
export function endKinds(relation: Relation): { from: ChainKind[]; to: ChainKind[] } {
  return {
    from: chainKinds.filter((from) => chainKinds.some((to) => mayLink(from, relation, to))),
    to: chainKinds.filter((to) => chainKinds.some((from) => mayLink(from, relation, to))),
  }
}
