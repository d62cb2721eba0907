// Merging one application into another: what the survivor takes over where it says nothing itself, and what is added together.
import { addMoney, type Money } from "~/core/money"
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"
import { applicationRow, checkApplication, type ApplicationFields, type Use } from "./application"

/** Refuses a merge into itself, and of or into what is archived. */
export function checkMerge(from: { id: string; name: string; archivedAt: unknown }, into: { id: string; name: string; archivedAt: unknown }): void {
  if (from.id === into.id) throw new RuleError("Choose another application: this is the same record.", { field: "intoId" })
  if (from.archivedAt !== null) throw new RuleError(`${from.name} is archived. Bring it back first.`)
  if (into.archivedAt !== null) throw new RuleError(`${into.name} is archived. Choose another one.`, { field: "intoId" })
}

/** The survivor's fields with its blanks filled from the other; its own where the days would then contradict each other. */
export function filledFields(into: ApplicationFields, from: ApplicationFields): ApplicationFields {
  const { lifecycle: _, family: __, productVersion: ___, ...mine } = applicationRow(into)
  const theirs = applicationRow(from)
  const filled = Object.fromEntries(Object.entries(mine).map(([field, value]) => [field, value === null || value === "" ? theirs[field as keyof typeof theirs] : value]))
  const after = { ...into, summary: into.summary || from.summary, ...filled } as ApplicationFields
  try {
    return checkApplication(after)
  } catch {
    return into
  }
}

/** What a unit uses of both together: known seats and known costs added, not known where neither is. */
export function addUse(one: Use, other: Use): Use {
  return {
    seats: one.seats === null && other.seats === null ? null : (one.seats ?? 0) + (other.seats ?? 0),
    yearlyCost: sumOf(one.yearlyCost, other.yearlyCost),
  }
}

function sumOf(one: Money | null, other: Money | null): Money | null {
  const known = [one, other].filter((amount) => amount !== null)
  return known.length === 0 ? null : addMoney(known)
}

/** What a merge moved, kept with it so that all of it can be taken back. */
export interface Moved {
  /** rows by the place they were moved in: "comment elementId" and their keys */
  rows: { place: string; keys: string[] }[]
  /** uses by units that both had, and costs that both had: what stood there before, and the version after */
  added: { kind: "link" | "cost line"; id: string; version: number; seats?: number | null; yearlyCost?: Money | null; amount?: Money }[]
  /** parts of owners that were made anew */
  parts: string[]
  /** the survivor's version after its blanks were filled, and what they were; null where none was */
  filled: { version: number; before: Snapshot } | null
}
