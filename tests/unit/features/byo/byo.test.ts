// Side-door tools: F17 with its worked number, when an answer is late, and what an answer must carry.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { answerDue, careInWords, careNeeded, controls, isUndisposed, mayAnswer, reachOf, registerTitle, requireAnswer, requireCrowd, standingInWords, standingOf, type Answer } from "~/features/byo/byo"
import type { Actor } from "~/core/policy"

const today = "2026-11-22"

describe("F17", () => {
  it("is 18 for data 3, reach 2 and two controls missing", () => {
    const facts = { sensitivity: 3, users: 25, missing: ["backup", "contract"] as const }
    expect(careNeeded(facts)).toBe(18)
    expect(careInWords(facts)).toBe("data 3 × reach 2 × (1 + 2 missing)")
  })

  it("takes the reach from the number of people: 1 up to 5, 2 up to 25, 3 up to 100, 4 more", () => {
    expect([0, 1, 5, 6, 25, 26, 100, 101, 5000].map(reachOf)).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4])
  })

  it("is 1 with nothing in it for a few with every control, and 80 at most", () => {
    expect(careNeeded({ sensitivity: 1, users: 1, missing: [] })).toBe(1)
    expect(careNeeded({ sensitivity: 4, users: 101, missing: controls })).toBe(80)
  })

  it("is not known, and not nothing, while data or users are not known", () => {
    expect(careNeeded({ sensitivity: null, users: 5, missing: [] })).toBeNull()
    expect(careNeeded({ sensitivity: 4, users: null, missing: controls })).toBeNull()
    expect(careInWords({ sensitivity: null, users: null, missing: [] })).toBe("not known yet: what data is put in it and how many use it")
  })

  it("counts a control once, and never falls when a control more is missing, or more people use it", () => {
    expect(careNeeded({ sensitivity: 2, users: 5, missing: ["backup", "backup"] })).toBe(4)
    const facts = fc.record({ sensitivity: fc.integer({ min: 1, max: 4 }), users: fc.nat({ max: 100_000 }), missing: fc.subarray([...controls]) })
    fc.assert(fc.property(facts, fc.constantFrom(...controls), fc.nat({ max: 1000 }), (one, control, more) => {
      const care = careNeeded(one) ?? 0
      expect(care).toBeGreaterThanOrEqual(1)
      expect(care).toBeLessThanOrEqual(80)
      expect(careNeeded({ ...one, missing: [...one.missing, control] })).toBeGreaterThanOrEqual(care)
      expect(careNeeded({ ...one, users: one.users + more })).toBeGreaterThanOrEqual(care)
    }))
  })
})

describe("the answer", () => {
  const open = { disposition: "under review", answerDueOn: "2026-11-22", tolerateUntil: null } as const

  it("is due in 30 days, and late from the day after", () => {
    expect(answerDue("2026-10-23")).toBe("2026-11-22")
    expect(standingOf(open, today)).toEqual({ state: "open", days: 0 })
    expect(standingOf(open, "2026-11-23")).toEqual({ state: "late", days: 1 })
    expect([today, "2026-11-20", "2026-12-02"].map((day) => standingInWords(open, standingOf(open, day)))).toEqual(["Answer due today", "Answer in 2 days", "Answer 10 days late"])
  })

  it("is looked at again once the day has passed until which it was agreed", () => {
    const agreed = { disposition: "tolerate", answerDueOn: "2026-01-01", tolerateUntil: today } as const
    expect(standingOf(agreed, today)).toEqual({ state: "answered", days: 0 })
    expect(standingInWords(agreed, standingOf(agreed, today))).toBe("Agreed for now, until 22 Nov 2026")
    const after = standingOf(agreed, "2026-11-24")
    expect(after).toEqual({ state: "look again", days: 2 })
    expect([isUndisposed(after), standingInWords(agreed, after)]).toEqual([true, "Agreed until 22 Nov 2026: look again"])
  })

  const plain: Answer = { disposition: "adopt", reason: "It is better.", tolerateUntil: null, replacedById: null, won: null }
  const refused: [string, Partial<Answer>, string][] = [
    ["without a reason", { reason: " " }, "Say why"],
    ["agreed for now without a day", { disposition: "tolerate" }, "Say until when"],
    ["a day with another answer", { tolerateUntil: "2027-01-01" }, "A day belongs to"],
    ["agreed until a day that has passed", { disposition: "tolerate", tolerateUntil: today }, "must lie ahead"],
    ["replaced by nothing", { disposition: "replace" }, "which application"],
    ["a replacement with another answer", { replacedById: "a" }, "belongs to “Replace”"],
    ["won back before it is answered", { disposition: "under review", won: "won back" }, "Answer it first"],
  ]
  it.each(refused)("is refused %s", (_, change, words) => {
    expect(() => requireAnswer({ ...plain, ...change }, today)).toThrow(words)
  })

  it("keeps a day that has passed when something else is changed, and needs no reason while it is looked at", () => {
    const agreed: Answer = { ...plain, disposition: "tolerate", tolerateUntil: "2026-01-31" }
    expect(() => requireAnswer({ ...agreed, won: "lost" }, today, agreed)).not.toThrow()
    expect(() => requireAnswer({ ...plain, disposition: "under review", reason: "" }, today)).not.toThrow()
  })
})

it("a report without a name may not name a unit of fewer than five people, or of nobody knows how many", () => {
  expect(() => requireCrowd({ name: "Board", headcount: 4 })).toThrow("fewer than five people work in Board")
  expect(() => requireCrowd({ name: "Board", headcount: null })).toThrow("could point to you")
  expect(() => requireCrowd({ name: "Shops", headcount: 5 })).not.toThrow()
})

it("is answered by who keeps the conversations and by the one named, and never by a viewer", () => {
  const as = (role: Actor["roles"][number]): Actor => ({ kind: "person", personId: "me", name: "Me", roles: [role] })
  expect(mayAnswer(as("brm"), null)).toEqual({ permission: "edit engagement" })
  expect(mayAnswer(as("contributor"), "me")).toEqual({ permission: "edit record", ownerIds: ["me"] })
  expect(mayAnswer(as("viewer"), null)).toEqual({ permission: "edit record", ownerIds: [] })
})

it("the register's title counts what waits, without a word of blame", () => {
  const [open, late, done] = [{ state: "open", days: -3 }, { state: "late", days: 4 }, { state: "answered", days: 0 }] as const
  expect(registerTitle([])).toBe("Nothing reported.")
  expect(registerTitle([done])).toBe("1 tool that teams got on their own. Every need is answered.")
  expect(registerTitle([open, done])).toBe("2 tools that teams got on their own. 1 need waits for an answer.")
  expect(registerTitle([open, late, done])).toBe("3 tools that teams got on their own. 2 needs wait for an answer, 1 too long.")
})
