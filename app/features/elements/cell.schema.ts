// One cell of a list edited in place: which field, its new value, the version it was read at.
import { z } from "zod"
import { recordEdit } from "./fields.schema"

/**
 * The schema of a cell whose field is one of these; gives `edit` with that field alone. A blank cell clears the field where
 * its schema takes null, and is otherwise judged as typed. Any other field is refused.
 */
export function cellOf<Fields extends Record<string, z.ZodType>>(fields: Fields) {
  type Edit = { [Name in keyof Fields]?: z.output<Fields[Name]> }
  return z.strictObject({ ...recordEdit, field: z.string().max(40), value: z.string().max(4000) }).transform((cell, context) => {
    const { field, value, ...rest } = cell
    const read = Object.hasOwn(fields, field) ? fields[field]?.safeParse(value) : undefined
    if (read?.success) return { ...rest, edit: { [field]: read.data } as Edit }
    context.addIssue({ code: "custom", path: ["value"], message: read?.error.issues[0]?.message ?? "This cell cannot be changed here." })
    return z.NEVER
  })
}
