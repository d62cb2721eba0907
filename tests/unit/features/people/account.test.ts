// Where people land, who must remain able to administer, and which roles count.

import { describe, expect, it } from "vitest"
import type { Role } from "~/core/policy"
import { canPutBack, checkRoles, keepAnAdministrator, landingPath, signInAddress } from "~/features/people/account"

describe("the first page after signing in", () => {
  it.each<[Role[], string]>([
    [["viewer"], "/map"], [["planner"], "/map"], [["planner", "admin"], "/map"], [["brm"], "/"], [["contributor"], "/"], [["admin"], "/"],
    [["viewer", "contributor"], "/"], [[], "/map"],
  ])("of %j is %s", (roles, path) => {
    expect(landingPath(roles)).toBe(path)
  })
})

describe("the last administrator", () => {
  const one = { personId: "one", disabled: false, hasPassword: true }
  it("cannot leave", () => {
    expect(() => keepAnAdministrator([one], "one")).toThrow(/last administrator/)
    expect(() => keepAnAdministrator([one, { personId: "two", disabled: true, hasPassword: true }], "one")).toThrow(/last administrator/)
  })
  it("is not replaced by somebody who never chose a password", () => {
    expect(() => keepAnAdministrator([one, { personId: "two", disabled: false, hasPassword: false }], "one")).toThrow(/last administrator/)
  })
  it("may leave when another can sign in, also in a sample where nobody has a password", () => {
    expect(() => keepAnAdministrator([one, { ...one, personId: "two" }], "one")).not.toThrow()
    const noPasswords = [{ ...one, hasPassword: false }, { ...one, personId: "two", hasPassword: false }]
    expect(() => keepAnAdministrator(noPasswords, "one")).not.toThrow()
  })
  it("is nobody's concern when somebody else changes", () => {
    expect(() => keepAnAdministrator([one], "two")).not.toThrow()
  })
})

it("roles are kept once each in the product's order, and there is one at least", () => {
  expect(checkRoles(["admin", "viewer", "admin"])).toEqual(["viewer", "admin"])
  expect(() => checkRoles([])).toThrow(/at least one role/)
})

it("addresses are compared in lower case and without blanks around them", () => {
  expect(signInAddress("  Ana@Firm.Example ")).toBe("ana@firm.example")
})

it("a password is never put back", () => {
  expect(canPutBack([{ field: "roles", before: ["viewer"], after: ["brm"] }])).toBe(true)
  expect(canPutBack([{ field: "password", before: null, after: "a new one" }])).toBe(false)
})
