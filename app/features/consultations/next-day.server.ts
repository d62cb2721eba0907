// The day of the next conversation as the tab "after" shows it: planned, or proposed from the cadence; a review's lies with the unit's relationship.
import { calendarDate } from "~/core/calendar"
import { can, type Actor } from "~/core/policy"
import { nextByCadence } from "./feedback-loop"
import type { ReviewCadence } from "./minutes.queries.server"

/** Days from one conversation to the next where nobody said another number. */
export const usualDays = 90

interface Asked {
  nextOn: string | null
  /** the last day on which a point was raised */
  lastOn: string
  mayRun: boolean
  today: string
  timeZone: string
}

/** What is planned and proposed after a conversation, which may be a unit's review, and whether the actor may plan it. */
export function nextDay(review: ReviewCadence | null, actor: Actor, { nextOn, lastOn, mayRun, today, timeZone }: Asked) {
  if (review === null) return { every: usualDays, proposed: nextByCadence(lastOn, usualDays, today), nextOn, review: null, mayPlan: mayRun }
  const day = (at: Date | null, otherwise: string) => (at === null ? otherwise : calendarDate(at, timeZone))
  // the day this very review was planned for is not its next one, also where it was held before that day
  const planned = review.nextOn !== null && review.nextOn > today && review.nextOn !== day(review.startsAt, today) ? review.nextOn : null
  return {
    every: review.everyDays, proposed: nextByCadence(day(review.lastAt, lastOn), review.everyDays, today), nextOn: planned,
    review: { unit: review.unit, version: review.version }, mayPlan: can(actor, "edit engagement"),
  }
}
