// What submitted service forms must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { optionalId, recordEdit, text, words } from "~/features/elements/fields.schema"

const name = words(200, "Give the service a name.")
const summary = text(2000).optional()

export const serviceCreate = z.strictObject({ operationId: z.uuid(), name, summary, ownerId: optionalId })
export const serviceEdit = z.strictObject({ ...recordEdit, name: name.optional(), summary })
export const serviceCell = cellOf({ name })
