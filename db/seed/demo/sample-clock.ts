// The sample company's calendar: its story is told as of 22 November 2026 and moved, whole, to the day it is read.
import { addDays, daysBetween, dayMonthYear } from "../door"

const toldOn = "2026-11-22"

export interface SampleClock {
  /** the day on which the sample is added, in the company's time zone */
  today: string
  /** the same distance from today as the told day has from 22 November 2026 */
  day: (told: string) => string
  /** null stays null: no date is known */
  dayOrNull: (told: string | null) => string | null
  /** a moment of that day, so many minutes after eight o'clock UTC */
  moment: (told: string, minutes: number) => Date
  /** words with each {2026-11-30} in them written as the day it is moved to */
  words: (text: string) => string
  /** thousands of this financial year and the next as a budget; a year with nothing is left out */
  budget: (thousands: readonly number[]) => Record<string, string>
}

/** Gives the calendar of a sample added today ('YYYY-MM-DD'); equal days give equal calendars. */
export function sampleClock(today: string): SampleClock {
  const distance = daysBetween(toldOn, today)
  const day = (told: string) => addDays(told, distance)
  return {
    today,
    day,
    dayOrNull: (told) => (told === null ? null : day(told)),
    moment: (told, minutes) => new Date(Date.parse(`${day(told)}T08:00:00Z`) + minutes * 60_000),
    words: (text) => text.replace(/\{(\d{4}-\d{2}-\d{2})\}/g, (_, told: string) => dayMonthYear(day(told))),
    budget: (thousands) =>
      Object.fromEntries(thousands.flatMap((amount, index) => (amount === 0 ? [] : [[String(Number(today.slice(0, 4)) + index), `${amount}000.00`]]))),
  }
}
