// What a submitted unit form must look like.
import { z } from "zod"
import { optionalId, recordEdit, text } from "~/features/elements/fields.schema"

const count = z.coerce.number({ error: "A headcount is a whole number from 0." }).int("A headcount is a whole number from 0.").min(0, "A headcount is a whole number from 0.").max(10_000_000, "That is more people than a company can have.").nullable().optional()

/** The headcount by role level, as separate fields. */
const headcount = { frontline: count, specialist: count, manager: count, executive: count, external: count }
const unitFields = { name: text(200).min(1, "Give the unit a name."), summary: text(2000).optional(), parentId: optionalId, ...headcount }

export const unitCreate = z.strictObject({ operationId: z.uuid(), ...unitFields })
/** The whole form: an emptied field is cleared. */
export const unitEdit = z.strictObject({ ...recordEdit, ...unitFields })
