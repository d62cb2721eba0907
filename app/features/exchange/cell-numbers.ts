// What a cell means as a number: amounts, decimals and whole numbers, with the signs and marks that people write.
import { fromCents } from "~/core/money"
import { quoted, type ColumnHabit, type Read } from "./cell-values"
import { cellText, type Cell } from "./sheet"

/** A currency mark, also one whose bytes were once read in a wrong encoding ("Ł", "Â£"). */
const markBefore = /^(?:(?:eur|euros?|gbp|us\$|usd|chf|[$])\s*|[\s\u0080-\u017f\u201a\u20ac\ufffd]{1,4})(?=[-+.,]?\d)/i
const markAfter = /(?:\s*(?:eur|euros?|gbp|usd|chf)|\s*[$€£¥])$/i
const scaleAfter = /^([-+]?[\d.,' ]*\d) ?(k|tsd\.?|m|mn|mio\.?|million)$/i

interface Written {
  /** digits with their signs between, and nothing else */
  body: string
  negative: boolean
  /** zeros that a "k" or "m" stands for */
  scale: number
}

/** What is written once currency, brackets, signs and "k" or "m" are taken off; null when more than a number is left. */
function written(text: string): Written | null {
  let bare = text.trim().replace(/[\u00a0\u202f\u2009]/g, " ").replace(/^[−–]\s?(?=\D{0,4}\d)/, "-")
  const brackets = /^\(([^()]+)\)$/.exec(bare)
  if (brackets) bare = brackets[1] ?? ""
  let negative = brackets !== null
  const sign = /^[-+]\s*/.exec(bare)
  if (sign) {
    bare = bare.slice(sign[0].length)
    negative ||= sign[0].startsWith("-")
  }
  bare = bare.replace(markBefore, "").replace(markAfter, "").trim()
  const scaled = scaleAfter.exec(bare)
  if (scaled) bare = scaled[1] ?? ""
  const late = /^-/.test(bare)
  const body = bare.replace(/^[-+]/, "").replace(/(?<=\d)[' ](?=\d{3}(?!\d))/g, "")
  if (!/^(?:\d[\d.,]*|[.,]\d+)$/.test(body)) return null
  return { body, negative: negative || late, scale: scaled ? (/^[kt]/i.test(scaled[2] ?? "") ? 3 : 6) : 0 }
}

/** Whether a cell shows that the decimal sign is a comma (true) or a point (false); null when it shows neither. */
export function decimalCommaOf(text: string): boolean | null {
  const number = text.length > 40 ? null : written(text)
  return number && signOf(number.body)
}

function signOf(body: string): boolean | null {
  const [comma, point] = [body.lastIndexOf(","), body.lastIndexOf(".")]
  if (comma < 0 && point < 0) return null
  if (comma >= 0 && point >= 0) return comma > point
  const mark = comma >= 0 ? "," : "."
  const [first = "", ...rest] = body.split(mark)
  const grouped = /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => group.length === 3)
  if (!grouped) return mark === ","
  return rest.length > 1 ? mark === "." : null
}

interface Digits {
  negative: boolean
  whole: string
  places: string
}

/**
 * The digits of a cell. "1,234" alone can be a thousand or a fraction: the column decides, else `few` (at most two decimals)
 * makes it a thousand. Refuses what stays open and what is no number.
 */
function digitsOf(cell: Cell, habit: ColumnHabit, few: boolean): Digits | { problem: string } {
  const text = typeof cell === "number" ? plainDigits(cell) : cellText(cell)
  const number = typeof cell === "boolean" ? null : written(text)
  if (number === null) return { problem: `${quoted(cell)} is not a number. Write only digits, or leave the cell blank.` }
  const comma = typeof cell === "number" ? false : commaIn(number.body, habit, few)
  const digits = comma === null ? null : split(number.body, comma ? "," : ".")
  if (comma === null) return { problem: `${quoted(cell)} can be read with decimals or without. Say in the Columns step whether decimals have a comma or a point.` }
  if (digits === null) return { problem: `${quoted(cell)} is not a number: its commas and points are in the wrong places.` }
  return { ...scaled(digits, number.scale), negative: number.negative }
}

function commaIn(body: string, habit: ColumnHabit, few: boolean): boolean | null {
  const shown = signOf(body)
  if (shown !== null || !/[.,]/.test(body)) return shown ?? false
  const comma = body.includes(",")
  if (habit.decimalComma === "mixed") return null
  if (habit.decimalComma === null) return few ? !comma : null
  return few && habit.decimalComma === comma ? null : habit.decimalComma
}

function split(body: string, decimal: "," | "."): Omit<Digits, "negative"> | null {
  const grouping = decimal === "," ? "." : ","
  const [whole = "", places = "", ...more] = body.split(decimal)
  const [first = "", ...groups] = whole.split(grouping)
  const badGroups = groups.some((group) => group.length !== 3) || (groups.length > 0 && (first.length > 3 || first === ""))
  if (more.length > 0 || badGroups || places.includes(grouping)) return null
  return { whole: [first, ...groups].join("") || "0", places }
}

function scaled<Some extends Omit<Digits, "negative">>(digits: Some, scale: number): Some {
  const places = digits.places.padEnd(scale, "0")
  return { ...digits, whole: digits.whole + places.slice(0, scale), places: places.slice(scale) }
}

function plainDigits(number: number): string {
  return number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 10 }).replace(/^-0$/, "0")
}

/** Gives an amount such as "320000.00"; `scale` are zeros that the heading promises ("in thousands" is 3). Worked-out cells are rounded to cents. */
export function readMoney(cell: Cell, habit: ColumnHabit, scale = 0): Read<string> {
  const found = digitsOf(cell, habit, scale === 0)
  if ("problem" in found) return found
  const digits = scaled(found, scale)
  const places = digits.places.replace(/0+$/, "")
  if (places.length > 2 && typeof cell !== "number") return { problem: `${quoted(cell)} has more than two decimal places.` }
  if (digits.whole.replace(/^0+/, "").length > 15) return { problem: `${quoted(cell)} is too large for an amount.` }
  const padded = places.padEnd(3, "0")
  const cents = BigInt(digits.whole + padded.slice(0, 2)) + (Number(padded[2]) >= 5 ? 1n : 0n)
  return { value: fromCents(digits.negative ? -cents : cents) }
}

/** Gives a decimal such as "-1234.5", without zeros that say nothing; a percent sign is left out. */
export function readDecimal(cell: Cell, habit: ColumnHabit): Read<string> {
  const digits = digitsOf(withoutPercent(cell), habit, false)
  if ("problem" in digits) return digits
  const whole = digits.whole.replace(/^0+(?=\d)/, "")
  const places = digits.places.replace(/0+$/, "")
  const zero = whole === "0" && places === ""
  return { value: `${digits.negative && !zero ? "-" : ""}${whole}${places === "" ? "" : `.${places}`}` }
}

/** Gives a whole number; refuses one with decimals. */
export function readWhole(cell: Cell, habit: ColumnHabit): Read<number> {
  const digits = digitsOf(withoutPercent(cell), habit, true)
  if ("problem" in digits) return digits
  const size = Number(digits.whole)
  if (/[1-9]/.test(digits.places) || !Number.isSafeInteger(size)) return { problem: `${quoted(cell)} is not a whole number.` }
  return { value: digits.negative && size > 0 ? -size : size }
}

function withoutPercent(cell: Cell): Cell {
  return typeof cell === "string" ? cell.replace(/\s*%\s*$/, "") : cell
}

/** Zeros that a heading promises: "Budget 2026 (£m)" 6, "(k€)" or "in thousands" 3, else 0. */
export function scaleOfHeading(heading: string): number {
  const unit = /[([]([^)\]]*)[)\]]\s*$/.exec(heading)?.[1] ?? /\bin ([\w€£$ ]+)$/i.exec(heading)?.[1] ?? ""
  if (/^(?:in )?(?:[€£$]|eur|gbp|usd)?\s*(?:m|mn|mio\.?|millions?)\s*(?:[€£$]|eur|gbp|usd|euros?|pounds)?$/i.test(unit.trim())) return 6
  return /^(?:in )?(?:[€£$]|eur|gbp|usd)?\s*(?:k|t|tsd\.?|000s?|thousands?)\s*(?:[€£$]|eur|gbp|usd|euros?|pounds)?$/i.test(unit.trim()) ? 3 : 0
}
