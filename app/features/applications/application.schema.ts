// What submitted forms for applications and their use by units must look like.
import { z } from "zod"
import { money, optionalId, recordEdit, text, wholeNumber } from "~/features/elements/fields.schema"
import { lifecycles } from "./application"

const applicationFields = {
  name: text(200).min(1, "Give the application a name."),
  summary: text(2000).optional(),
  lifecycle: z.enum(lifecycles).optional(),
  vendor: text(200).optional(),
}

export const applicationCreate = z.strictObject({ operationId: z.uuid(), ...applicationFields, ownerId: optionalId })
export const applicationEdit = z.strictObject({ ...recordEdit, ...applicationFields })

const seats = wholeNumber("Seats are a whole number from 0.").nullable().optional()
/** A unit that uses the application. */
export const useCreate = z.strictObject({ operationId: z.uuid(), unitId: z.uuid("Choose a unit."), seats, yearlyCost: money.nullable().optional() })
