// What a submitted goal form must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, calendarDate, optionalDate, optionalId, recordEdit, several, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { goalStatuses, perspectives, settableHealth } from "./goal"

const wrongWeight = "A weight is a whole number from 0 to 1,000,000."

const goalFields = {
  name: words(200, "Give the goal a name."),
  summary: text(2000).optional(),
  parentId: optionalId,
  status: z.enum(goalStatuses).optional(),
  weight: wholeNumber(wrongWeight).optional(),
  perspective: blankable(z.enum(perspectives)).optional(),
  why: text(4000).optional(),
  promiseLine: text(200).optional(),
  dueOn: optionalDate,
}

export const goalCreate = z.strictObject({ operationId: z.uuid(), ...goalFields })
export const goalEdit = z.strictObject({
  ...recordEdit,
  ...goalFields,
  name: goalFields.name.optional(),
  healthSet: blankable(z.enum(settableHealth)).optional(),
  healthReason: text(400).optional(),
})

/** One cell of the list: name, weight, due date or stage. */
export const goalCell = cellOf({
  name: goalFields.name,
  weight: wholeNumber(wrongWeight),
  dueOn: blankable(calendarDate),
  status: z.enum(goalStatuses),
})

const chosen = { operationId: z.uuid(), id: several(z.uuid(), 500).refine((ids) => ids.length > 0, "Choose at least one row.") }
/** Bulk forms share one set of controls, so each takes what it needs and leaves the rest. */
export const statusOfMany = z.object({ ...chosen, status: z.enum(goalStatuses) })
export const askOfMany = z.object({ ...chosen, body: words(1000, "Write a question.") })
