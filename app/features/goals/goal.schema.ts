// What a submitted goal form must look like.
import { z } from "zod"
import { blankable, optionalDate, optionalId, recordEdit, text, wholeNumber } from "~/features/elements/fields.schema"
import { goalStatuses, perspectives, settableHealth } from "./goal"

const goalFields = {
  name: text(200).min(1, "Give the goal a name."),
  summary: text(2000).optional(),
  parentId: optionalId,
  status: z.enum(goalStatuses).optional(),
  weight: wholeNumber("A weight is a whole number from 0.").optional(),
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
export type GoalEdit = z.infer<typeof goalEdit>
