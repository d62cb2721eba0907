// What a link of a file makes: between which records, carrying what, and why it cannot be.
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { checkLink, linkSnapshot, mayLink, plainLink, type LinkFields, type Relation, type Strength } from "~/features/elements/link"
import { isMoney, fromCents, toCents } from "~/core/money"
import type { FileValue } from "./brought"
import type { Meant } from "./file-index"
import { valueProblem } from "./record-shape"

/** The link as the row wants it; a problem where it cannot be. `now` is the link that stands between the two. */
export function wantedLink(
  link: { relation: Relation; fields: Readonly<Record<string, FileValue>> },
  ends: { from: Meant; to: Meant },
  asked: { now: Snapshot | null; strength: Strength; fileName: string },
): { wanted: Snapshot } | { problem: string } {
  const { relation, fields } = link
  if (ends.from.id === ends.to.id) return { problem: "A record cannot be linked to itself." }
  if (!mayLink(ends.from.kind, relation, ends.to.kind)) return { problem: "These two kinds of record cannot be linked in this way." }
  const given: Snapshot = {}
  for (const [field, value] of Object.entries(fields)) {
    const problem = valueProblem("link", field, value) ?? limitProblem(field, value)
    if (problem !== null) return { problem }
    given[field] = cleaned(field, value)
  }
  const usual = relation === "contributes to" ? { strength: asked.strength, note: `from ${asked.fileName}` } : {}
  const wishes = withoutNulls(given, relation)
  const base = asked.now === null ? { ...plainLink, ...usual } : (asked.now as unknown as LinkFields)
  try {
    const checked = checkLink(relation, ends.to.kind, { ...pick(base), ...wishes })
    return { wanted: linkSnapshot({ ...checked, fromId: ends.from.id, relation, toId: ends.to.id }) }
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return { problem: error.message }
  }
}

function pick({ strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }: LinkFields): LinkFields {
  return { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }
}

/** A cleared cell takes what a link has where nothing is said. */
function withoutNulls(given: Snapshot, relation: Relation): Partial<LinkFields> {
  const cleared: Partial<LinkFields> = { ...plainLink, strength: relation === "contributes to" ? 3 : null, mandatory: relation === "requires" ? true : null }
  return Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value ?? cleared[field as keyof LinkFields] ?? null])) as Partial<LinkFields>
}

function cleaned(field: string, value: FileValue): FileValue {
  if (field === "strength" && value !== null) return Number(value)
  if (field === "yearlyCost" && typeof value === "string" && isMoney(value)) return fromCents(toCents(value))
  return value
}

function limitProblem(field: string, value: FileValue): string | null {
  if (field === "lagDays" && Number(value) > 3650) return "The days between are at most 3650."
  if (field === "fit" && value !== null && (Number(value) < 1 || Number(value) > 4)) return "A fit is 1 (badly) to 4 (very well)."
  return null
}
