// What submitted forms for the company must look like.
import { z } from "zod"
import { recordEdit, text, wholeNumber } from "~/features/elements/fields.schema"

/** A share typed as a percentage, kept as a decimal from 0 to 1; as it is kept (0.70) it comes back from the choice between two people's values. */
const percent = z.preprocess(
  (posted) => (typeof posted === "string" && /^[01]\.\d\d$/.test(posted) ? String(Math.round(Number(posted) * 100)) : posted),
  wholeNumber("Write a whole percentage from 0 to 100.", 100).transform((typed) => (typed / 100).toFixed(2)),
)

export const companyEdit = z.strictObject({
  ...recordEdit,
  name: text(200).optional(),
  purpose: text(500).optional(),
  currency: text(3).transform((code) => code.toUpperCase()).optional(),
  yearFirstMonth: wholeNumber("Choose a month.", 12).refine((month) => month >= 1, "Choose a month.").optional(),
  timeZone: text(100).optional(),
  bandOnTrack: percent.optional(),
  bandAtRisk: percent.optional(),
})
export const sampleRemoval = z.strictObject({ companyName: text(200) })
