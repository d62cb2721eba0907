// A person: somebody in or outside the company, with or without an account, or a named group; belongs to one unit and has one role level.
import type { RoleLevel } from "#db/words"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"

export interface PersonFields {
  name: string
  summary: string
  unitId: string | null
  roleLevel: RoleLevel | null
  title: string
  email: string | null
  /** how many a named group counts; null: one human being */
  groupHeadcount: number | null
}

export const newPersonFields: Omit<PersonFields, "name"> = { summary: "", unitId: null, roleLevel: null, title: "", email: null, groupHeadcount: null }

/** Checks a group; refused: a headcount outside 1 to 10 million, an address, which would be one person's. */
export function checkPerson<Fields extends PersonFields>(person: Fields): Fields {
  const { groupHeadcount: count, email } = person
  if (count !== null && !(Number.isInteger(count) && count >= 1 && count <= 10_000_000))
    throw new RuleError("How many are in the group? Write a whole number from 1.", { field: "groupHeadcount" })
  if (count !== null && email !== null) throw new RuleError("A group has no address of its own. Write to its people.", { field: "email" })
  return person
}

/** The person as its history keeps it. */
export function personSnapshot({ name, summary, unitId, roleLevel, title, email, groupHeadcount }: PersonFields): Snapshot {
  return { name, summary, unitId, roleLevel, title, email, groupHeadcount }
}
