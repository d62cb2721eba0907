// What submitted forms of a relationship must look like.
import { z } from "zod"
import { calendarDate, optionalDate, optionalId, recordEdit, several, text, wholeNumber } from "~/features/elements/fields.schema"
import { meetingPlan } from "~/features/consultations/meeting.schema"
import { statements } from "./relationship"

/** A review starts with a meeting and its agenda. */
export const reviewStart = meetingPlan
export const reviewPlan = z.strictObject({ ...recordEdit, nextReviewOn: calendarDate })

const words = text(4000).optional()

export const relationshipEdit = z.strictObject({
  ...recordEdit, itPersonId: optionalId, businessPersonId: optionalId, sharedVision: words, itExpects: words, businessExpects: words, measures: words,
  reviewEveryDays: wholeNumber("Reviews come every 7 to 1100 days.", 1100).optional(), nextReviewOn: optionalDate,
})

const remarks = Object.fromEntries(statements.map(({ key }) => [`added-${key}`, text(500).optional()]))

/** Ticks come as `holds`, remarks as `added-<key>`. */
export const viewPost = z.strictObject({ operationId: z.uuid(), holds: several(z.string().max(20), 50), ...remarks }).transform((posted) => {
  const { operationId, holds, ...rest } = posted
  const added = Object.fromEntries(Object.entries(rest).map(([name, said]) => [name.replace("added-", ""), String(said ?? "")]))
  return { operationId, holds, added }
})
