// Who answers for a record: at most one accountable (its owner), any number responsible, consulted, informed.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"
import type { Demand } from "~/core/policy"
import type { ElementKind } from "./element"

export const responsibilityRoles = ["accountable", "responsible", "consulted", "informed"] as const
export type ResponsibilityRole = (typeof responsibilityRoles)[number]
export const responsibilityWords: Record<ResponsibilityRole, string> = {
  accountable: "Owner", responsible: "Does the work", consulted: "Is asked", informed: "Is kept informed",
}

const answerable = ["goal", "initiative", "service", "application", "decision", "function"] as const
export type AnswerableKind = (typeof answerable)[number]

/** Whether records of this kind can have an owner. */
export function isAnswerable(kind: ElementKind): kind is AnswerableKind {
  return (answerable as readonly ElementKind[]).includes(kind)
}

export function requireAnswerable(kind: ElementKind): AnswerableKind {
  if (!isAnswerable(kind)) throw new RuleError("Records of this kind have no owner.", { field: "role" })
  return kind
}

/** Naming the owner is for planners; the other parts also for who owns the record. */
export function demandFor(role: ResponsibilityRole, ownerIds: readonly string[]): Demand {
  return role === "accountable" ? { permission: "edit chain" } : { permission: "edit record", ownerIds }
}

export function responsibilitySnapshot(row: { elementId: string; personId: string; role: ResponsibilityRole }): Snapshot {
  return { elementId: row.elementId, personId: row.personId, role: row.role }
}
