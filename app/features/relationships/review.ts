// A review run: the conversation that reviewing a unit's relationship is, made from its brief.
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import { newConsultationFields, type ConsultationFields } from "~/features/consultations/consultation"
import type { AgendaFields } from "~/features/consultations/meeting"

const longestName = 150

/** The fields of the conversation in which a unit's relationship is reviewed on a day. */
export function reviewFields(unit: { id: string; name: string }, day: CalendarDate, ownerId: string | null): ConsultationFields {
  const name = unit.name.length > longestName ? `${unit.name.slice(0, longestName - 1)}…` : unit.name
  return {
    ...newConsultationFields, ownerId, unitId: unit.id, form: "review meeting", purpose: "relationship", name: `Review with ${name}, ${dayMonthYear(day)}`,
    summary: "We look at what we promised each other, at what changed and at what comes. Then we say what we do differently until next time.",
    questionPlain: "What should we do differently until next time?",
  }
}

/** How long a meeting with this agenda is: its minutes, up to the next quarter of an hour, and no less than half an hour. */
export function reviewMinutes(agenda: readonly Pick<AgendaFields, "minutes">[]): number {
  return Math.max(30, Math.ceil(agenda.reduce((sum, { minutes }) => sum + minutes, 0) / 15) * 15)
}

/** The day that is offered for a review: the one asked for, else the planned one, never a day that has passed. */
export function reviewDay(asked: CalendarDate | null, planned: CalendarDate | null, today: CalendarDate): CalendarDate {
  return [asked, planned].find((day) => day !== null && day >= today) ?? today
}
