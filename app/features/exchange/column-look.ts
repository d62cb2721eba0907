// How the Columns step shows a column: its first value, the field it fills, and what was made of its cells, in words.
import type { FileColumn, TableKind } from "./brought"
import { readField, type ReadColumn } from "./cell-fields"
import { choiceOf } from "./choice-words"
import { commonHabit, type ColumnFacts } from "./column-facts"
import type { MappedColumn } from "./column-guess"
import type { ColumnHabit } from "./cell-values"
import type { FileChoices } from "./brought"
import type { FileField } from "./file-fields"
import { cellText } from "./sheet"

const wordsShown = 3
const sampleLength = 120

/** How dates and decimals of a column are to be read: as chosen for the file, as its cells show, as other columns show, or as usual. */
export function habitOf(column: ColumnFacts, all: readonly ColumnFacts[], choices: FileChoices, usualComma: boolean | null): ColumnHabit {
  const ownDay = column.dayFirst === "mixed" ? null : (column.dayFirst ?? commonHabit(all, "dayFirst"))
  return {
    dayFirst: choices.dayFirst ?? ownDay,
    decimalComma: choices.decimalComma ?? column.decimalComma ?? commonHabit(all, "decimalComma") ?? usualComma,
  }
}

/** The column as it is shown and corrected. */
export function columnLook(kind: TableKind, column: MappedColumn, habit: ColumnHabit, context: { twice: boolean; choices: FileChoices }): FileColumn {
  const { facts, field, how } = column
  const note = field ? usedNote(kind, { ...column, field, habit }, context) : facts.filled === 0 ? "no value in it" : "pick one to keep it"
  return { key: facts.key, heading: facts.heading, sample: cellText(facts.sample).slice(0, sampleLength), field: field?.name ?? "", how, note }
}

function usedNote(kind: TableKind, column: ReadColumn, { twice, choices }: { twice: boolean; choices: FileChoices }): string {
  const own = fieldNote(kind, column, choices)
  return twice ? [own, "stands twice: the first that is not blank counts"].filter(Boolean).join("; ") : own
}

function fieldNote(kind: TableKind, column: ReadColumn, choices: FileChoices): string {
  const { field, facts, habit } = column
  if (facts.filled === 0) return "no value in it: what is there is cleared"
  switch (field.type) {
    case "code":
    case "foreign id":
      return "finds the record"
    case "choice":
      return choiceNote(kind, field, facts, choices)
    case "date":
      return dateNote(facts, habit)
    case "money":
    case "decimal":
    case "whole": {
      const read = readField(kind, column, facts.sample, choices.values)
      if ("problem" in read) return "the first value is no number"
      return read.value === null ? "" : `read as ${grouped(String(read.value))}`
    }
    default:
      return ""
  }
}

function choiceNote(kind: TableKind, field: FileField, facts: ColumnFacts, choices: FileChoices): string {
  const told: string[] = []
  const unknown: string[] = []
  for (const [word, text] of facts.words) {
    const instead = choices.values?.[`${field.name}=${word}`]
    const value = instead ?? choiceOf(kind, field, text)
    if (value === null) unknown.push(text)
    else if (value !== "" && field.choices?.[value]?.toLowerCase() !== word) told.push(`${word} is ${(field.choices?.[value] ?? value).toLowerCase()}`)
  }
  const more = unknown.length === 0 ? [] : [`${unknown.length === 1 ? `“${short(unknown[0] ?? "")}” is` : `${unknown.length} values are`} not known`]
  return [...told.slice(0, wordsShown), ...more].join("; ")
}

function dateNote(facts: ColumnFacts, habit: ColumnHabit): string {
  if (typeof facts.sample === "object" || /^\s*\d{4}/.test(cellText(facts.sample))) return "year, month, day"
  if (facts.dayFirst === "mixed") return "some have the day first, some the month"
  if (/^\d{1,2}\/\d{1,2}\//.test(cellText(facts.sample)) && habit.dayFirst === null) return "day or month first? say which"
  return habit.dayFirst === false ? "month, day, year" : "day, month, year"
}

function grouped(number: string): string {
  const [whole = "", places] = number.split(".")
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (places === undefined ? "" : `.${places}`)
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 27)}...` : text
}
