// What submitted forms for applications and their use by units must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, money, optionalId, recordEdit, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { lifecycles } from "./application"

const name = words(200, "Give the application a name.")
const lifecycle = z.enum(lifecycles, "Choose one from the list.")
const vendor = text(200)
const applicationFields = { summary: text(2000).optional(), lifecycle: lifecycle.optional(), vendor: vendor.optional() }

export const applicationCreate = z.strictObject({ operationId: z.uuid(), name, ...applicationFields, ownerId: optionalId })
export const applicationEdit = z.strictObject({ ...recordEdit, name: name.optional(), ...applicationFields })
export const applicationCell = cellOf({ name, lifecycle, vendor })

const seats = blankable(wholeNumber("Seats are a whole number from 0."))
const yearlyCost = blankable(money)
/** A cell of a table of uses. */
export const useCell = cellOf({ seats, yearlyCost })
