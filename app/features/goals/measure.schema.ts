// What a submitted measure or reading must look like.
import { z } from "zod"
import { blankable, calendarDate, checkbox, decimal, recordEdit, text, wholeNumber, words } from "~/features/elements/fields.schema"

const number = decimal("Write a number such as 8 or 8.5.")
const fields = {
  name: words(200, "Say in words what is measured."),
  isYesNo: checkbox,
  unit: text(40).default(""),
  direction: z.enum(["up", "down"]).default("up"),
  baseline: blankable(number).default(null),
  target: blankable(number).default(null),
  startsOn: calendarDate,
  targetOn: calendarDate,
  weight: wholeNumber("A weight is a whole number from 0 to 1,000,000.").default(1),
  readEveryDays: wholeNumber("Choose how often it is read.", 3660, 1).default(30),
  source: text(400).default(""),
}

/** Yes/no has no numbers; anything else says where it should be. */
function withTarget<Schema extends z.ZodType<{ isYesNo: boolean; target: string | null }>>(schema: Schema) {
  return schema
    .superRefine((measure, context) => {
      if (!measure.isYesNo && measure.target === null) context.addIssue({ code: "custom", path: ["target"], message: "Say where it should be." })
    })
    .transform((measure) => ({ ...measure, target: measure.target ?? "1" }))
}

export const measureCreate = withTarget(z.strictObject({ operationId: z.uuid(), ...fields }))
export const measureEdit = withTarget(z.strictObject({ ...recordEdit, ...fields }))
export const readingCreate = z.strictObject({ operationId: z.uuid(), measureId: z.uuid("Choose a measure."), readOn: calendarDate, value: number, note: text(400).default("") })
export const readingEdit = z.strictObject({ ...recordEdit, value: number, note: text(400).default("") })
