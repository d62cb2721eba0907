// What submitted unit forms must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, optionalId, recordEdit, text, wholeNumber, words } from "~/features/elements/fields.schema"

const name = words(200, "Give the unit a name.")
const count = blankable(wholeNumber("A headcount is a whole number from 0.", 10_000_000))
const headcount = { frontline: count, specialist: count, manager: count, executive: count, external: count }
const unitFields = {
  summary: text(2000).optional(), parentId: optionalId,
  frontline: count.optional(), specialist: count.optional(), manager: count.optional(), executive: count.optional(), external: count.optional(),
}

export const unitCreate = z.strictObject({ operationId: z.uuid(), name, ...unitFields })
export const unitEdit = z.strictObject({ ...recordEdit, name: name.optional(), ...unitFields })
/** A cell of the list or of the headcount table. */
export const unitCell = cellOf({ name, ...headcount })
