/** Owns calendar dates: 'YYYY-MM-DD' strings without time or zone, and the company's financial year. */

export type CalendarDate = string

const dayInMilliseconds = 86_400_000
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
/** Making one takes longer than the rest of a short request; there are few time zones. The same moments of records are written again and again. */
const dateFormats = new Map<string, { format: Intl.DateTimeFormat; known: Map<number, CalendarDate> }>()
const mostMoments = 5000

/** Gives the calendar date at a moment in a time zone such as "Europe/Berlin". */
export function calendarDate(moment: Date, timeZone: string): CalendarDate {
  const zone = dateFormats.get(timeZone) ?? { format: new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }), known: new Map<number, CalendarDate>() }
  dateFormats.set(timeZone, zone)
  const { format, known } = zone
  const date = known.get(moment.getTime()) ?? format.format(moment)
  if (known.size >= mostMoments) known.clear()
  known.set(moment.getTime(), date)
  return date
}

/** Says whether the text is a real day of the calendar written 'YYYY-MM-DD' (29 Feb only in leap years). */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Gives a negative number when a is earlier, 0 for the same day, a positive number when a is later. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Gives the whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Gives the date so many days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * dayInMilliseconds).toISOString().slice(0, 10)
}

/** Gives how much of the time from one date to another has passed today, 0 to 1; a span of no days has passed from its day on. */
export function shareOfTimePassed(from: CalendarDate, to: CalendarDate, today: CalendarDate): number {
  if (compareDates(today, to) >= 0) return 1
  if (compareDates(today, from) <= 0) return 0
  return daysBetween(from, today) / daysBetween(from, to)
}

/** Writes a date as people read it: "31 Mar 2027". */
export function dayMonthYear(date: CalendarDate): string {
  return `${Number(date.slice(8, 10))} ${monthYear(date)}`
}

/** Writes the month of a date: "Mar 2027". */
export function monthYear(date: CalendarDate): string {
  return `${monthNames[Number(date.slice(5, 7)) - 1] ?? "?"} ${date.slice(0, 4)}`
}

/** Gives the financial year of a date, named by the calendar year it starts in; the first month is 1 to 12. */
export function financialYearOf(date: CalendarDate, firstMonth: number): number {
  const year = Number(date.slice(0, 4))
  return Number(date.slice(5, 7)) < firstMonth ? year - 1 : year
}

/** Writes a financial year: "2026" when it starts in January, else "2026-27". */
export function financialYearLabel(year: number, firstMonth: number): string {
  if (firstMonth === 1) return String(year)
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`
}

/** Gives the first and the last day of a financial year. */
export function financialYearSpan(year: number, firstMonth: number): { from: CalendarDate; to: CalendarDate } {
  const month = String(firstMonth).padStart(2, "0")
  return { from: `${year}-${month}-01`, to: addDays(`${year + 1}-${month}-01`, -1) }
}

function dayNumber(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`)
  const [year, month, day] = date.split("-").map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / dayInMilliseconds
}
