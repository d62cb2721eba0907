// What the forms of meetings, minutes and ratings must look like.
import { z } from "zod"
import { calendarDate, checkbox, optionalDate, optionalId, recordEdit, text, wholeNumber } from "~/features/elements/fields.schema"

const id = z.uuid()

/** The day and time are those of the company's clock; the route turns them into a moment. */
export const meetingPlan = z.strictObject({
  operationId: id,
  startsAt: z.string().regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, "Choose a day and a time."),
  minutes: wholeNumber("Write how many minutes it takes, from 5 to 1440.", 1440).refine((minutes) => minutes >= 5, "Write how many minutes it takes, from 5 to 1440."),
  place: text(200),
  agenda: text(4000).min(1, "Write what to talk about, one point a line."),
})

export const presence = z.strictObject({ operationId: id, participationId: id, here: z.enum(["yes", "no"]).transform((here) => here === "yes") })
/** Decisions and actions come by the same form as a point; what belongs to points alone is left aside. */
const capture = {
  operationId: id, agendaItemId: optionalId, meetingId: optionalId, kind: z.string().optional(), shownAs: z.string().optional(), unitId: optionalId, roleLevel: z.string().optional(),
}
const open = checkbox.refine((confidential) => !confidential, "Everybody reads decisions and actions. Write it down as a concern, or take the confidential mark off.")

export const decisionCapture = z.strictObject({
  ...capture, body: text(4000).min(1, "Write what was decided."), confidential: open, personId: optionalId, ownerId: optionalId, by: z.string().optional(),
}).transform(({ operationId, body, agendaItemId }) => ({ id: operationId, body, agendaItemId }))

export const actionCapture = z.strictObject({
  ...capture, body: text(200).min(1, "Write what is to be done."), confidential: open, personId: optionalId,
  ownerId: z.uuid("Choose who does it."), by: calendarDate,
}).transform(({ operationId, body, ownerId, by, personId }) => ({ operationId, name: body, ownerId, dueOn: by, personId: personId ?? null }))

export const minutesEdit = z.strictObject({ ...recordEdit, minutes: text(20_000).optional(), nextOn: optionalDate })
export const minutesReply = z.strictObject({ operationId: id, says: z.enum(["right", "mend"]), words: text(2000).optional().transform((words) => words ?? "") })
const score = z.enum(["1", "2", "3", "4", "5"], "Choose 1 to 5.").transform(Number)
export const rating = z.strictObject({ operationId: id, understood: score, trust: score, responsive: score })
