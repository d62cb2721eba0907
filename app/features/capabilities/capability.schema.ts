// What a submitted capability form must look like.
import { z } from "zod"
import { optionalId, recordEdit, text } from "~/features/elements/fields.schema"

const capabilityFields = { name: text(200).min(1, "Give the capability a name."), summary: text(2000).optional(), parentId: optionalId }

export const capabilityCreate = z.strictObject({ operationId: z.uuid(), ...capabilityFields })
export const capabilityEdit = z.strictObject({ ...recordEdit, ...capabilityFields })
