// What the forms of the shared panels must look like.
import { z } from "zod"
import { gapNames } from "./accepted-gap"
import { blankable, calendarDate, checkbox, money, optionalDate, recordEdit, several, text, wholeNumber, words } from "./fields.schema"
import { relations, type Strength } from "./link"
import { responsibilityRoles } from "./responsibility"
import { viewScreens } from "./saved-view"

const operationId = z.uuid()
const fewWords = words(4000, "Write a few words.")
const strength = z.enum(["1", "3", "9"]).transform((value) => Number(value) as Strength)

export const commentCreate = z.strictObject({ operationId, elementId: z.uuid(), body: fewWords })
export const questionCreate = z.strictObject({ operationId, elementId: several(z.uuid()), body: fewWords, askedOf: blankable(z.uuid()).optional(), dueOn: optionalDate })
export const questionAnswer = z.strictObject({ operationId, answer: fewWords })
export const justOperation = z.strictObject({ operationId })
export const responsibilityCreate = z.strictObject({ operationId, elementId: z.uuid(), personId: z.uuid("Choose a person."), role: z.enum(responsibilityRoles) })
export const ownerSet = z.strictObject({ operationId, elementId: several(z.uuid()), personId: blankable(z.uuid("Choose a person.")) })
export const gapAccept = z.strictObject({ operationId, elementId: z.uuid(), gap: z.enum(gapNames), reason: words(400, "Say why it is left open."), untilOn: calendarDate })
export const viewCreate = z.strictObject({ operationId, screen: z.enum(viewScreens), name: words(60, "Give the view a name."), query: text(1900), shared: checkbox })

const carried = {
  strength: blankable(strength).optional(),
  isPrimary: checkbox,
  note: text(1000).optional(),
  mandatory: z.enum(["true", "false"]).transform((value) => value === "true").optional(),
  lagDays: blankable(wholeNumber("A number of days from 0.", 3650)).optional(),
  criticality: blankable(z.enum(["low", "medium", "high"])).optional(),
  fit: blankable(wholeNumber("Choose 1 to 4.", 4)).optional(),
  seats: blankable(wholeNumber("Seats are a whole number from 0.", 10_000_000)).optional(),
  yearlyCost: blankable(money).optional(),
}
export const linkCreate = z.strictObject({ operationId, fromId: z.uuid("Choose a record."), relation: z.enum(relations), toId: z.uuid("Choose a record."), ...carried })
export const linkEdit = z.strictObject({ ...recordEdit, ...carried, isPrimary: z.enum(["true", "false", "on"]).transform((value) => value !== "false").optional() })
