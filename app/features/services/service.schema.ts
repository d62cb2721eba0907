// What a submitted service form must look like.
import { z } from "zod"
import { optionalId, recordEdit, text } from "~/features/elements/fields.schema"

const serviceFields = { name: text(200).min(1, "Give the service a name."), summary: text(2000).optional() }

export const serviceCreate = z.strictObject({ operationId: z.uuid(), ...serviceFields, ownerId: optionalId })
export const serviceEdit = z.strictObject({ ...recordEdit, ...serviceFields })
