// Reminders of promises by mail: when one is due, what makes it the same one, and its words.
import { daysBetween, dayMonthYear, type CalendarDate } from "~/core/calendar"

export type ReminderKind = "soon" | "today" | "late"

/** How many days before its due date a promise's owner is reminded. */
export const reminderDays = 7

/** The reminder that an open promise is due for: within seven days, today, or late; null where its day is further away. */
export function reminderOf(dueOn: CalendarDate, today: CalendarDate): ReminderKind | null {
  const left = daysBetween(today, dueOn)
  if (left < 0) return "late"
  if (left === 0) return "today"
  return left <= reminderDays ? "soon" : null
}

/** What makes two reminders the same: the promise, the day it is due and the kind, so that a promise that was moved is reminded of anew. */
export function reminderEvent(promise: { id: string; dueOn: CalendarDate }, kind: ReminderKind): string {
  return `promise ${promise.id} ${promise.dueOn} ${kind}`
}

export interface RemindedPromise {
  code: string
  name: string
  dueOn: CalendarDate
  unit: string | null
}

/** Subject and words of a reminder; the subject is one line, whatever the promise is called. */
export function reminderMail({ code, name, dueOn, unit }: RemindedPromise, kind: ReminderKind, { today, origin }: { today: CalendarDate; origin: string }): { subject: string; body: string } {
  const days = Math.abs(daysBetween(today, dueOn))
  const count = `${days} ${days === 1 ? "day" : "days"}`
  const when = { soon: `is due in ${count}, on ${dayMonthYear(dueOn)}`, today: "is due today", late: `was due on ${dayMonthYear(dueOn)} and is ${count} late` }[kind]
  const line = name.replace(/\p{Cc}+/gu, " ").trim()
  return {
    subject: `${{ soon: "Due soon", today: "Due today", late: "Late" }[kind]}: ${line}`,
    body: [
      `What you promised${unit ? ` ${unit.replace(/\p{Cc}+/gu, " ")}` : ""} ${when}:`, "", line, "",
      kind === "late" ? "Say what was done, or agree a new date and say why:" : "Say what was done, or agree a new date in time:",
      `${origin}/commitments/${code}`, "", "This was sent once. Nobody needs to answer it.",
    ].join("\n"),
  }
}
