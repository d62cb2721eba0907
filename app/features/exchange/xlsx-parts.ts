// Small rules of the Excel format: which number formats show dates or percents, days from numbers, addresses of cells.

/** Formats that have a number and no text of their own: dates, and times that carry a date. */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const percentFormats = new Set([9, 10])

export type NumberLook = "number" | "date" | "percent"

/** How a number format shows a number; `code` is the format's own text where it has one. */
export function numberLook(formatId: number, code: string | undefined): NumberLook {
  if (code === undefined) return dateFormats.has(formatId) ? "date" : percentFormats.has(formatId) ? "percent" : "number"
  // what stands in quotes, in brackets (colours, languages) or after a backslash is shown as it is
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")
  if (/[yd]/i.test(bare)) return "date"
  return bare.includes("%") ? "percent" : "number"
}

const millisecondsOfDay = 86_400_000
/** Day 1 is 1 January 1900, and there is a 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30)
const daysTo1904 = 1462

/** The calendar day of Excel's day number; null outside the years 1900 to 9999. */
export function dayOfNumber(number: number, from1904: boolean): string | null {
  const days = Math.floor(number) + (from1904 ? daysTo1904 : 0)
  if (!(days >= 1 && days < 2_958_466)) return null
  return new Date(dayZero + (days < 61 ? days + 1 : days) * millisecondsOfDay).toISOString().slice(0, 10)
}

/** The column (from 0) and row of an address such as "AB12"; null when it is none. */
export function cellAddress(address: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
  if (!match) return null
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(match[2]) }
}

/** Text as Excel stores what XML cannot: "_x000D_" is a carriage return. */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}

/** A number without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export function plainNumber(number: number): number {
  return Number.isInteger(number) ? number : Number(number.toPrecision(15))
}
