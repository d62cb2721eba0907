// The field shapes that many forms share.
import { z } from "zod"
import { saysSomething } from "~/core/visible-text"

/** Text with an upper bound; a blank one clears the field, an absent one leaves it. */
export function text(most: number) {
  return z.string().trim().max(most, `At most ${most} characters.`)
}

/** Text that must say something: spaces and characters that show nothing are as good as none. */
export function words(most: number, message: string) {
  return text(most).refine(saysSomething, message)
}

/** A field that may be cleared: blank becomes null. */
export function blankable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), schema.nullable())
}

/** A calendar date as YYYY-MM-DD; a year half typed, such as 0027, is refused, since no page could reckon with it. */
export const calendarDate = z.iso.date({ error: "Write the date as year-month-day, such as 2027-03-31.", abort: true }).refine((date) => date >= "1900-01-01" && date <= "2199-12-31", "Write a year from 1900 to 2199, such as 2027-03-31.")
export const optionalDate = blankable(calendarDate).optional()
export const optionalId = blankable(z.uuid("Choose one from the list.")).optional()

/** A whole number from 0, typed by a person. */
export function wholeNumber(message: string, most = 1_000_000, least = 0) {
  return z.string().trim().regex(/^\d{1,9}$/, message).transform(Number).refine((number) => number >= least && number <= most, message)
}

/** A decimal number typed by a person, with point or comma; kept as a decimal string. */
export function decimal(message: string) {
  return z.string().trim().regex(/^-?\d{1,12}([.,]\d{1,4})?$/, message).transform((typed) => typed.replace(",", "."))
}

/** A checkbox: present is true. */
export const checkbox = z.enum(["on", "true", "false", ""]).optional().transform((value) => value === "on" || value === "true")

/** One or several values under the same name. */
export function several<Schema extends z.ZodType>(schema: Schema, most = 1000) {
  return z.preprocess((value) => (Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]), z.array(schema).max(most))
}

/** Money typed by a person: 1200, 1,200.50, 1.200,50 or 320k; kept as a decimal string with two places. */
export const money = z.string().transform((typed, context): string => {
  const amount = readAmount(typed)
  if (amount === null) {
    context.addIssue({ code: "custom", message: "Write an amount such as 1200, 1,200.50 or 320k." })
    return z.NEVER
  }
  return amount
})

/** The amount in decimal notation with two places, or null when the text is none. Negative amounts are none. */
export function readAmount(typed: string): string | null {
  const match = /^[\s€$£]*([\d.,'\s]*\d)\s*([km])?\s*[€$£]?\s*$/i.exec(typed.replace(/\u00a0/g, " "))
  if (!match) return null
  let digits = (match[1] ?? "").replace(/['\s]/g, "")
  const lastMark = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  const places = lastMark < 0 ? 0 : digits.length - lastMark - 1
  const marks = new Set(digits.replace(/\d/g, ""))
  // one kind of mark in groups of three is grouping, but nobody groups after a lone 0; otherwise the last mark is the decimal one
  const grouped = marks.size === 1 && places === 3 && /^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits)
  const whole = grouped || lastMark < 0 ? digits.replace(/[.,]/g, "") : digits.slice(0, lastMark).replace(/[.,]/g, "")
  const cents = grouped || lastMark < 0 ? "" : digits.slice(lastMark + 1)
  if (cents.length > 2 && !match[2]) return null
  const shift = match[2]?.toLowerCase() === "k" ? 3 : match[2] ? 6 : 0
  if (cents.length > shift + 2) return null
  digits = whole + cents.padEnd(shift, "0").slice(0, shift)
  const rest = cents.slice(shift).padEnd(2, "0")
  const trimmed = digits.replace(/^0+(?=\d)/, "") || "0"
  return trimmed.length > 12 ? null : `${trimmed}.${rest}`
}

/** What every edit of a record posts: which record, the version it was read at, and the form's own id. */
export const recordEdit = { operationId: z.uuid(), version: wholeNumber("Reload the page and try again.") }
