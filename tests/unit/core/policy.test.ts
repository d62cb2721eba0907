// Who may what, as product.md's table of roles says it.

import { describe, expect, it } from "vitest"
import { assertCan, can, permissions, roles, type Actor, type Permission, type Role } from "~/core/policy"

const actor = (...held: Role[]): Actor => ({ kind: "person", personId: "me", name: "Me", roles: held })
const table: Record<Permission, readonly Role[]> = {
  read: roles, comment: roles, ask: roles, "report tool": roles, "keep view": roles,
  "edit record": ["planner", "admin"],
  "edit chain": ["planner", "admin"],
  "accept gap": ["planner", "admin"],
  "approve initiative": ["planner"],
  "name deciders": ["planner"],
  "waive gate": ["planner"],
  "edit engagement": ["brm", "planner", "admin"],
  "see standing": ["brm", "planner"],
  import: ["planner", "admin"],
  administer: ["admin"],
}

describe("each role alone", () => {
  it.each(permissions)("%s", (permission) => {
    expect(roles.filter((role) => can(actor(role), permission))).toEqual(roles.filter((role) => table[permission].includes(role)))
  })

  it("edits what it owns, but for a viewer", () => {
    expect(roles.filter((role) => can(actor(role), "edit record", ["me"]))).toEqual(["contributor", "brm", "planner", "admin"])
    expect(roles.filter((role) => can(actor(role), "edit record", ["somebody else"]))).toEqual(["planner", "admin"])
  })
})

it("lets several roles do what any of them may", () => {
  const both = actor("viewer", "admin")
  expect(permissions.filter((permission) => can(both, permission))).toEqual(permissions.filter((permission) => !["approve initiative", "name deciders", "waive gate", "see standing"].includes(permission)))
})

it("gives nobody without a role anything", () => {
  expect(permissions.filter((permission) => can(actor(), permission, ["me"]))).toEqual([])
})

it("says in a sentence who may", () => {
  expect(() => assertCan(actor("viewer"), { permission: "approve initiative" })).toThrow("Only a planner may approve an initiative.")
})
