// Every permission of the planner and who has it (product.md, section 6).
import { ForbiddenError } from "./errors"

export const roles = ["viewer", "contributor", "brm", "planner", "admin"] as const
export type Role = (typeof roles)[number]

/**
 * Who acts: a signed-in person, the operator at the machine's command line, the sample being written, or somebody who reports
 * a tool without a name.
 */
export interface Actor {
  kind: "person" | "operator" | "sample" | "nameless"
  /** the person's element id; null for all but a signed-in person */
  personId: string | null
  name: string
  roles: readonly Role[]
}

export const permissions = [
  "read",
  "comment",
  "ask",
  "report tool",
  "keep view",
  "edit record",
  "edit chain",
  "accept gap",
  "approve initiative",
  "name deciders",
  "waive gate",
  "edit engagement",
  "see standing",
  "import",
  "administer",
] as const
export type Permission = (typeof permissions)[number]

/** What a command demands for one record; `ownerIds` are the persons accountable or responsible for it. */
export interface Demand {
  permission: Permission
  ownerIds?: readonly string[]
}

const everyone: readonly Role[] = roles
const holders: Record<Permission, readonly Role[]> = {
  read: everyone,
  comment: everyone,
  ask: everyone,
  // what a team got on its own; a name is not asked for
  "report tool": everyone,
  "keep view": everyone,
  // as its owner; planners and administrators edit any record
  "edit record": ["contributor", "brm", "planner", "admin"],
  "edit chain": ["planner", "admin"],
  "accept gap": ["planner", "admin"],
  "approve initiative": ["planner"],
  // and putting a decision before them
  "name deciders": ["planner"],
  "waive gate": ["planner"],
  // stakeholders, consultations, relationships, commitments and side-door IT
  "edit engagement": ["brm", "planner", "admin"],
  // influence, interest and engagement of people: not even administrators
  "see standing": ["brm", "planner"],
  import: ["planner", "admin"],
  administer: ["admin"],
}

/** Whether the actor may; `ownerIds` matters for "edit record" alone. */
export function can(actor: Actor, permission: Permission, ownerIds: readonly string[] = []): boolean {
  if (!actor.roles.some((role) => holders[permission].includes(role))) return false
  if (permission !== "edit record") return true
  if (can(actor, "edit chain")) return true
  return actor.personId !== null && ownerIds.includes(actor.personId)
}

const refusals: Record<Permission, string> = {
  read: "You need to sign in to see this.",
  comment: "You may not comment here.",
  ask: "You may not ask questions here.",
  "report tool": "You may not report a tool here.",
  "keep view": "You may not keep views here.",
  "edit record": "Only its owner, a planner or an administrator may change this record. You can ask its owner with “Ask about this”.",
  "edit chain": "Only a planner or an administrator may do this. You can ask for it with “Ask about this”.",
  "accept gap": "Only a planner or an administrator may accept a gap.",
  "approve initiative": "Only a planner may approve an initiative.",
  "name deciders": "Only a planner names who decides and puts it before them.",
  "waive gate": "Only a planner may approve what not everybody was asked about.",
  "edit engagement": "Only a relationship manager, a planner or an administrator may do this.",
  "see standing": "Only relationship managers and planners see where people stand.",
  import: "Only a planner or an administrator may bring files in.",
  administer: "Only an administrator may do this.",
}

/** Refuses with a ForbiddenError that says who may. */
export function assertCan(actor: Actor, demand: Demand): void {
  if (!can(actor, demand.permission, demand.ownerIds)) throw new ForbiddenError(refusalOf(demand.permission))
}

/** The sentence for who may not: who may, and what to do instead. */
export function refusalOf(permission: Permission): string {
  return refusals[permission]
}
