// What a cell of a file means where it is no number: dates, yes or no, and the marks that say "nothing".
import { isCalendarDate } from "~/core/calendar"
import { fold } from "~/core/fold"
import type { FileValue } from "./brought"
import { cellText, isBlank, type Cell } from "./sheet"

/** A value, or a sentence that says why there is none. */
export type Read<Value extends FileValue = FileValue> = { value: Value } | { problem: string }

/** How the cells of one column are written, found by looking at all of them. */
export interface ColumnHabit {
  /** day before month in dates such as 04/05/2026; null where no cell shows it */
  dayFirst: boolean | null
  /** "1,5" is one and a half; "mixed" where cells show both; null where none shows it */
  decimalComma: boolean | "mixed" | null
}

const none = /^([-–—?.]+|n\/?a|none|nil|tbc|tbd|unknown|not known|not set)$/i

/** Whether the cell says that there is no value: it is blank, or holds a mark such as "-", "n/a" or "tbc". */
export function saysNothing(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === "string" && none.test(cell.trim()))
}

/** The cell as a problem names it: short, in quotes. */
export function quoted(cell: Cell): string {
  const text = cellText(cell).replace(/\s+/g, " ").trim()
  return `“${text.length > 60 ? `${text.slice(0, 57)}...` : text}”`
}

const numericDate = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]+\d{1,2}:\d{2}.*)?$/
const yearFirst = /^(\d{4})([./-]?)(\d{1,2})\2(\d{1,2})(?:[ T]+\d{1,2}:\d{2}.*)?$/
const worded = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]{3,9})|([a-z]{3,9})[ .]*(\d{1,2})(?:st|nd|rd|th)?),?[ .-]*(\d{4})$/
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const monthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]

/** Whether a cell shows that days come before months (true) or after (false); null when it shows neither. */
export function dayFirstOf(text: string): boolean | null {
  const match = numericDate.exec(text.trim())
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && second <= 12) return true
  return second > 12 && first <= 12 ? false : null
}

/** Gives the calendar day; two-digit years are 2000 to 2079, else 1980 to 1999. Refuses one whose order of day and month is open. */
export function readDate(cell: Cell, habit: ColumnHabit): Read<string> {
  if (typeof cell === "object" && cell !== null && "day" in cell) return { value: cell.day }
  const text = cellText(cell).trim()
  const iso = yearFirst.exec(text)
  if (iso) return dayOr(cell, iso[1], iso[3], iso[4])
  const numeric = numericDate.exec(text)
  if (numeric) {
    const [, first, mark, second, year] = numeric
    const dayFirst = dayFirstOf(text) ?? habit.dayFirst ?? (mark === "." || first === second ? true : null)
    if (dayFirst === null) return { problem: `${quoted(cell)} can be day, month or month, day. Say which in the Columns step, or write it as 2026-11-22.` }
    const day = dayFirst ? first : second
    return dayOr(cell, fullYear(year), dayFirst ? second : first, day)
  }
  const words = worded.exec(fold(text))
  if (words) {
    const name = words[2] ?? words[3] ?? ""
    const month = monthNames.indexOf(name) + 1 || months.indexOf(name.slice(0, name === "sept" ? 3 : name.length)) + 1
    if (month > 0) return dayOr(cell, words[5], String(month), words[1] ?? words[4])
  }
  return { problem: `${quoted(cell)} is not a date. Write it as 2026-11-22 or 22.11.2026, or leave the cell blank.` }
}

function fullYear(year: string | undefined): string {
  return year?.length === 2 ? `${Number(year) < 80 ? "20" : "19"}${year}` : year ?? ""
}

function dayOr(cell: Cell, year = "", month = "", day = ""): Read<string> {
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return isCalendarDate(value) ? { value } : { problem: `${quoted(cell)} is no day of the calendar.` }
}

const yes = new Set(["yes", "y", "true", "1", "x", "✓", "✔", "ja", "oui", "si", "on"])
const no = new Set(["no", "n", "false", "0", "nein", "non", "off"])

/** Gives true or false for the common ways to say them. */
export function readYesNo(cell: Cell): Read<boolean> {
  const text = fold(cellText(cell))
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { problem: `${quoted(cell)} is neither yes nor no.` }
}
