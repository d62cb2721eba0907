// A person: somebody in or outside the company, with or without an account; belongs to one unit and has one role level.
import type { RoleLevel } from "#db/words"
import type { Snapshot } from "~/core/change"

export interface PersonFields {
  name: string
  summary: string
  unitId: string | null
  roleLevel: RoleLevel | null
  title: string
  email: string | null
}

export const newPersonFields: Omit<PersonFields, "name"> = { summary: "", unitId: null, roleLevel: null, title: "", email: null }

export function personSnapshot({ name, summary, unitId, roleLevel, title, email }: PersonFields): Snapshot {
  return { name, summary, unitId, roleLevel, title, email }
}
