// What submitted forms about side-door tools must look like.
import { z } from "zod"
import { blankable, calendarDate, checkbox, money, optionalDate, optionalId, recordEdit, several, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { controls, dispositions, foundHows, whyNots, wonOrLost } from "./byo"

const operationId = z.uuid()
const report = {
  name: words(200, "Name the tool."),
  need: words(2000, "Say what you needed, in a sentence: it is what IT should have heard."),
  job: text(200).optional(),
  unitId: optionalId,
  users: blankable(wholeNumber("Write a whole number from 0, or leave it out.")).optional(),
  yearlyCost: blankable(money).optional(),
  sensitivity: blankable(z.enum(["1", "2", "3", "4"], "Choose one from the list.").transform(Number)).optional(),
  missing: several(z.enum(controls, "Choose from the list."), controls.length),
  whyNot: z.enum(whyNots, "Choose the reason that comes closest."),
  whyNotWords: text(1000).optional(),
  foundHow: z.enum(foundHows, "Choose one from the list.").optional(),
  goalId: optionalId,
}

export const byoReport = z.strictObject({ operationId, ...report, nameless: checkbox })
export const byoEdit = z.strictObject({ ...recordEdit, ...report, name: report.name.optional(), need: report.need.optional(), whyNot: report.whyNot.optional(), ownerId: optionalId, answerDueOn: calendarDate.optional() })
export const byoAnswer = z.strictObject({
  ...recordEdit, disposition: z.enum(dispositions, "Choose what becomes of it."), reason: text(2000).default(""),
  tolerateUntil: optionalDate.transform((day) => day ?? null), replacedById: optionalId.transform((id) => id ?? null),
  won: blankable(z.enum(wonOrLost, "Choose one from the list.")).optional().transform((won) => won ?? null),
})
export const byoInitiative = z.strictObject({ operationId, name: words(200, "Give the initiative a name.") })
