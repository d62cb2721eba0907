// What belongs to a consultation beside its own fields: subjects, options, people who take part, and how the history keeps them.
import type { Snapshot } from "~/core/change"
import { addDays, type CalendarDate } from "~/core/calendar"

/** Nobody is asked twice within so many days, unless they must be heard. */
export const restDays = 30

/** How many days a personal link is good for. */
export const linkDays = 30

export interface ParticipationFields {
  consultationId: string
  personId: string
  mustHear: boolean
  why: string
}

export function participationSnapshot({ consultationId, personId, mustHear, why }: ParticipationFields): Snapshot {
  return { consultationId, personId, mustHear, why }
}

/** Whether somebody was asked so lately that another question would be too much. */
export function isResting(lastAskedOn: CalendarDate | null, today: CalendarDate): boolean {
  return lastAskedOn !== null && addDays(lastAskedOn, restDays) > today
}
