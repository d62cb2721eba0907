// A promise and a review as entries of a calendar file, always under the same identity, so that a calendar updates and never doubles them.
import ical, { ICalCalendarMethod } from "ical-generator"
import { addDays } from "~/core/calendar"

/** A whole day of somebody's calendar. */
export interface CalendarEntry {
  /** the record's id and what about it, the same for ever */
  id: string
  day: string
  title: string
  words: string
  /** the record's page */
  url: string
  /** rises with each change, so that a calendar takes the newer one */
  version: number
}

/** Gives the calendar file; `changedAt` is the moment that stands in it as its time of making. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], changedAt: Date): string {
  const calendar = ical({ name, prodId: { company: "Throughline", product: "Throughline", language: "EN" }, method: ICalCalendarMethod.PUBLISH })
  for (const { id, day, title, words, url, version } of entries)
    calendar.createEvent({
      id: `${id}@throughline`, start: day, end: addDays(day, 1), allDay: true, summary: oneLine(title), description: words, url, sequence: version, stamp: changedAt, timezone: null,
    })
  return calendar.toString()
}

/** The answer that brings a calendar file; nobody between keeps it. */
export function calendarAnswer(file: string, name: string): Response {
  return new Response(file, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="${name}.ics"`, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
  })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
