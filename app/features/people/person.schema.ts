// What a submitted form for a person must look like.
import { z } from "zod"
import { optionalId, recordEdit, text } from "~/features/elements/fields.schema"
import { roleLevels } from "~/features/units/unit"

const personFields = {
  name: text(200).min(1, "Write the person's name."),
  summary: text(2000).optional(),
  unitId: optionalId,
  roleLevel: z.enum(roleLevels).nullable().optional(),
  title: text(200).optional(),
  email: z.email("Write the address like name@company.example.").max(254, "At most 254 characters.").nullable().optional(),
}

export const personCreate = z.strictObject({ operationId: z.uuid(), ...personFields })
export const personEdit = z.strictObject({ ...recordEdit, ...personFields })
