// What submitted forms for a function (on screen: job) must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { optionalId, recordEdit, text, words } from "~/features/elements/fields.schema"

const name = words(200, "Name the job in a few words, such as “Edit PDFs”.")
const summary = text(2000).optional()

export const functionCreate = z.strictObject({ operationId: z.uuid(), name, summary, ownerId: optionalId })
export const functionEdit = z.strictObject({ ...recordEdit, name: name.optional(), summary })
export const functionCell = cellOf({ name })
