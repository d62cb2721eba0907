// The rules of links as plain functions.

import { describe, expect, it } from "vitest"
import { checkLink, checkNoCycle, linkWays, primaryAmong, requireReason } from "~/features/elements/link"

describe("the primary among contributions, oldest first", () => {
  const link = (id: string, strength: 1 | 3 | 9, isPrimary = false) => ({ id, strength, isPrimary })
  it("is the marked one", () => expect(primaryAmong([link("a", 9), link("b", 1, true)])).toBe("b"))
  it("else the strongest", () => expect(primaryAmong([link("a", 1), link("b", 9), link("c", 3)])).toBe("b"))
  it("else, of equals, the oldest", () => expect(primaryAmong([link("a", 3), link("b", 3)])).toBe("a"))
  it("is nobody without links", () => expect(primaryAmong([])).toBeNull())
})

describe("what a link carries", () => {
  it("is medium for a contribution unless said, and a must for a prerequisite", () => {
    expect(checkLink("contributes to", "goal", {}).strength).toBe(3)
    expect(checkLink("requires", "initiative", {}).mandatory).toBe(true)
  })
  it("refuses strength, seats and cost where they do not belong", () => {
    expect(() => checkLink("delivers", "service", { strength: 9 })).toThrow("strength")
    expect(() => checkLink("uses", "service", { yearlyCost: "1.00" })).toThrow("yearly cost")
    expect(() => checkLink("supports", "goal", { seats: 4 })).toThrow("Seats")
  })
})

describe("a contribution that a person makes", () => {
  it("says how much it helps and why", () => {
    expect(() => requireReason("contributes to", { note: "because" })).toThrow(expect.objectContaining({ field: "strength" }))
    for (const note of [undefined, "", "  \t", "\u200b\u2800"]) expect(() => requireReason("contributes to", { strength: 9, note }, "reason")).toThrow(expect.objectContaining({ field: "reason" }))
    expect(() => requireReason("contributes to", { strength: 1, note: "because" })).not.toThrow()
  })
  it("is the one relation of which that is asked", () => expect(() => requireReason("requires", {})).not.toThrow())
})

it("finds a circle through others, and none where there is none", () => {
  const needs = new Map([["a", ["b"]], ["b", ["c", "d"]]])
  expect(() => checkNoCycle("c", "a", needs)).toThrow("circle")
  expect(() => checkNoCycle("a", "d", needs)).not.toThrow()
})

it("offers every way of a kind from its own end", () => {
  expect(linkWays("goal").map((way) => way.key)).toEqual(["contributes to<", "enables<", "supports<"])
  expect(linkWays("initiative").filter((way) => way.relation === "requires").map((way) => way.reversed)).toEqual([false, true])
})
