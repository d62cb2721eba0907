// What submitted forms for a person must look like.
import { z } from "zod"
import { cellOf } from "~/features/elements/cell.schema"
import { blankable, optionalId, recordEdit, text, wholeNumber, words } from "~/features/elements/fields.schema"
import { roleLevels } from "~/features/units/unit"

const name = words(200, "Write the person's name.")
const title = text(200)
const roleLevel = blankable(z.enum(roleLevels, "Choose one from the list."))
const unitId = blankable(z.uuid("Choose one from the list."))
const email = blankable(z.email("Write the address like name@company.example.").max(254, "At most 254 characters."))
const groupHeadcount = blankable(wholeNumber("How many are in the group? Write a whole number from 1.", 10_000_000))
const personFields = { summary: text(2000).optional(), unitId: optionalId, roleLevel: roleLevel.optional(), title: title.optional(), email: email.optional(), groupHeadcount: groupHeadcount.optional() }

/** `party` says which of the two it is; a headcount typed for a person is of no account. */
export const personCreate = z
  .strictObject({ operationId: z.uuid(), name, party: z.enum(["person", "group"]).optional(), ...personFields })
  .refine(({ party, groupHeadcount }) => party !== "group" || (groupHeadcount ?? null) !== null, { error: "How many are in the group? Write a whole number from 1.", path: ["groupHeadcount"] })
  .transform(({ party, groupHeadcount, ...person }) => ({ ...person, ...(party === "group" ? { groupHeadcount: groupHeadcount ?? null } : {}) }))
export const personEdit = z.strictObject({ ...recordEdit, name: name.optional(), ...personFields })
export const personCell = cellOf({ name, title, roleLevel, unitId })
