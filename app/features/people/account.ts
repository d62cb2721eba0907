// An account: the address and roles with which a person signs in, where they land, and who must remain able to administer.
import type { FieldChange, Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { roles as allRoles, type Role } from "~/core/policy"

export interface AccountFields {
  /** the address typed at sign-in, in lower case */
  signInEmail: string
  roles: readonly Role[]
  disabled: boolean
}

/** What each role is called on screen, and what it lets one do. */
export const roleWords: Record<Role, { label: string; may: string }> = {
  viewer: { label: "Executive viewer", may: "reads everything, comments and asks" },
  contributor: { label: "Contributor", may: "edits what they own, comments and asks" },
  brm: { label: "Relationship manager", may: "edits what they own, comments and asks" },
  planner: { label: "Planner", may: "edits goals, work, services and applications, and approves" },
  admin: { label: "Administrator", may: "looks after people, roles and settings, and edits every record" },
}

/** The address as it is kept and compared: trimmed, in lower case. */
export function signInAddress(typed: string): string {
  return typed.trim().toLowerCase()
}

/** The roles once each, in the order the product lists them; refused when there is none. */
export function checkRoles(wanted: readonly Role[]): Role[] {
  const chosen = allRoles.filter((role) => wanted.includes(role))
  if (chosen.length === 0) throw new RuleError("Choose at least one role.", { field: "roles" })
  return chosen
}

/** The first page after signing in: those who look at the whole see the map, those who keep records their own work. */
export function landingPath(roles: readonly Role[]): string {
  if (roles.includes("planner")) return "/map"
  return roles.some((role) => role !== "viewer") ? "/" : "/map"
}

export interface Administrator {
  personId: string
  disabled: boolean
  hasPassword: boolean
}

/**
 * Refuses a change after which nobody could administer. `administrators` are all accounts with that role before the change.
 * Somebody who never chose a password counts only while nobody has one, as in the sample company.
 */
export function keepAnAdministrator(administrators: readonly Administrator[], leaving: string): void {
  const passwordsExist = administrators.some(({ hasPassword }) => hasPassword)
  const remaining = administrators.filter((one) => one.personId !== leaving && !one.disabled && (one.hasPassword || !passwordsExist))
  const wasOne = administrators.some((one) => one.personId === leaving && !one.disabled)
  if (wasOne && remaining.length === 0)
    throw new RuleError("This is the last administrator who can sign in. Give somebody else that role first.", { field: "roles" })
}

export function accountSnapshot({ signInEmail, roles, disabled }: AccountFields): Snapshot {
  return { signInEmail, roles: [...roles], disabled }
}

/** Whether what an entry changed can be put back; a password cannot, since nobody knows the one before. */
export function canPutBack(fields: readonly FieldChange[]): boolean {
  return fields.every(({ field }) => field !== "password")
}

/** The number in a person's short id, for ordering by it. */
export function codeNumber(code: string): number {
  return Number(code.slice(code.indexOf("-") + 1))
}
