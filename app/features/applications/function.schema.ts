// What a submitted form for a function (on screen: job) must look like.
import { z } from "zod"
import { optionalId, recordEdit, text } from "~/features/elements/fields.schema"

const functionFields = { name: text(200).min(1, "Name the job in a few words, such as “Edit PDFs”."), summary: text(2000).optional() }

export const functionCreate = z.strictObject({ operationId: z.uuid(), ...functionFields, ownerId: optionalId })
export const functionEdit = z.strictObject({ ...recordEdit, ...functionFields })
