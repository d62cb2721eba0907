// A cell read for the field that its column fills: the value, the record it names, or why the row is refused.
import { fold } from "~/core/fold"
import { codeOf, kindWords, parseCode, type ChainKind } from "~/features/elements/element"
import type { FieldValue, FileChoices, FileValue, RecordRef, TableKind } from "./brought"
import { readDecimal, readMoney, readWhole, scaleOfHeading } from "./cell-numbers"
import { quoted, readDate, readYesNo, saysNothing, type ColumnHabit, type Read } from "./cell-values"
import { choiceOf } from "./choice-words"
import type { MappedColumn } from "./column-guess"
import type { FileField } from "./file-fields"
import { cellText, isBlank, type Cell } from "./sheet"

export interface ReadColumn extends MappedColumn {
  field: FileField
  habit: ColumnHabit
}
export type ReadField = { value: FieldValue } | { problem: string }

/** Gives what the cell means for its column's field; blank is null, and so is a mark such as "-" or "tbc" where no text is asked for. */
export function readField(kind: TableKind, column: ReadColumn, given: Cell, values: FileChoices["values"]): ReadField {
  const { field, facts, habit } = column
  const instead = values && values[`${field.name}=${fold(cellText(given))}`]
  const cell = instead === undefined ? given : instead
  if (typeof cell === "object" && cell !== null && "broken" in cell) return { problem: cell.broken }
  if (isBlank(cell)) return { value: null }
  switch (field.type) {
    case "text":
      return { value: field.name === "name" ? oneLine(cell) : plainText(cell) }
    case "code":
      return readCode(kind as ChainKind, cell)
    case "foreign id":
      return { value: oneLine(cell) }
    case "choice":
      return readChoice(kind, field, cell)
    case "person":
      return saysNothing(cell) ? { value: null } : { value: recordRef(oneLine(cell), ["person"]) }
    case "record":
      return saysNothing(cell) ? { value: null } : { value: recordRef(field.name === "parent" ? lastOfPath(oneLine(cell)) : oneLine(cell), field.kinds ?? []) }
    case "records":
      return { value: plainText(cell) }
    default:
      return saysNothing(cell) ? { value: null } : readPlain(field, cell, habit, facts.heading)
  }
}

function readPlain(field: FileField, cell: Cell, habit: ColumnHabit, heading: string): Read<FileValue> {
  if (field.type === "date") return readDate(cell, habit)
  if (field.type === "money") return readMoney(cell, habit, scaleOfHeading(heading))
  if (field.type === "decimal") return readDecimal(cell, habit)
  return field.type === "whole" ? readWhole(cell, habit) : readYesNo(cell)
}

function readChoice(kind: TableKind, field: FileField, cell: Cell): ReadField {
  const value = choiceOf(kind, field, cellText(cell))
  if (value !== null) return { value }
  if (saysNothing(cell)) return { value: null }
  return { problem: `${quoted(cell)} is none of: ${Object.values(field.choices ?? {}).join(", ")}. Correct the cell, or leave it blank.` }
}

function readCode(kind: ChainKind, cell: Cell): ReadField {
  const text = oneLine(cell)
  const code = parseCode(text)
  if (!code) return { problem: `${quoted(cell)} is no id of ours, such as ${codeOf(kind, 12)}. Leave it blank for a new record.` }
  if (code.kind !== kind) return { problem: `${quoted(cell)} is the id of a ${kindWords[code.kind].one.toLowerCase()}, and this is a ${kindWords[kind].one.toLowerCase()}.` }
  return { value: codeOf(code.kind, code.number) }
}

/** Names a record by what stands in a cell: "G-12 Cut order time" and "Cut order time (G-12)" mean G-12. */
export function recordRef(text: string, kinds: readonly ChainKind[]): RecordRef {
  const said = /^([a-z]-\d{1,9})(?=\s|:|$)/i.exec(text)?.[1] ?? /\(([a-z]-\d{1,9})\)$/i.exec(text)?.[1]
  const code = said ? parseCode(said) : null
  return { kinds, text: code && (kinds as readonly string[]).includes(code.kind) ? codeOf(code.kind, code.number) : text, by: "any" }
}

/** "Grow > Sell online" is part of "Sell online". */
function lastOfPath(text: string): string {
  return text.split(" > ").at(-1)?.trim() ?? text
}

/**
 * The records that one cell names. Semicolons and line ends part them; commas too, but not where the heading is about one
 * ("Main goal"), since names have commas in them.
 */
export function recordRefs(text: string, kinds: readonly ChainKind[], heading: string): RecordRef[] {
  const single = /^(main goal|goal|service|function|job|unit|department)$/.test(fold(heading))
  const parted = text.split(/[;\r\n]+/)
  const parts = parted.length === 1 && !single ? text.split(",") : parted
  const names = parts.map((part) => part.trim()).filter((part) => part !== "" && !saysNothing(part))
  return [...new Map(names.map((name) => [fold(name), recordRef(name, kinds)])).values()]
}

function plainText(cell: Cell): string {
  return typeof cell === "boolean" ? (cell ? "Yes" : "No") : cellText(cell)
}

function oneLine(cell: Cell): string {
  return plainText(cell).replace(/\s+/g, " ").trim()
}
