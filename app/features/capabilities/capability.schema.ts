// What submitted capability forms must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { optionalId, recordEdit, text, words } from "~/features/elements/fields.schema"

const name = words(200, "Give the capability a name.")
const capabilityFields = { summary: text(2000).optional(), parentId: optionalId }

export const capabilityCreate = z.strictObject({ operationId: z.uuid(), name, ...capabilityFields })
export const capabilityEdit = z.strictObject({ ...recordEdit, name: name.optional(), ...capabilityFields })
export const capabilityCell = cellOf({ name })
