// Proves F21 with its worked number and its edges, and what the title says of the two views.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkRelationship, checkView, blankRelationship, decidingLevel, gapInWords, gapOf, levelOf, levels, relationshipTitle, statements, type Level } from "~/features/relationships/relationship"

const upTo = (level: number) => ({ holds: statements.filter((one) => one.level <= level).map(({ key }) => key) })
const anyView = fc.subarray(statements.map(({ key }) => key)).map((holds) => ({ holds }))

describe("F21, how close", () => {
  it("business true to 2, IT to 3: gap 1", () => {
    const [business, it] = [levelOf(upTo(2)), levelOf(upTo(3))]
    expect([business, it, gapOf(business, it)]).toEqual([2, 3, 1])
  })

  it("has three statements for each level above the first", () => {
    expect([2, 3, 4, 5].map((level) => statements.filter((one) => one.level === level).length)).toEqual([3, 3, 3, 3])
    expect(new Set(statements.map(({ key }) => key)).size).toBe(12)
  })

  it("is not known for a side that said nothing or ticked nothing, and then there is no gap", () => {
    expect(levelOf(null)).toBeNull()
    expect(levelOf({ holds: [] })).toBeNull()
    expect(levelOf({ holds: ["no such statement"] })).toBeNull()
    expect(gapOf(null, 3)).toBeNull()
    expect(gapOf(3, null)).toBeNull()
  })

  it("stops at the first level that is not whole, whatever holds above: level 1 holds without statements", () => {
    expect(levelOf({ holds: ["5-plan"] })).toBe(1)
    expect(levelOf({ holds: [...upTo(2).holds, ...statements.filter((one) => one.level === 4).map(({ key }) => key)] })).toBe(2)
    expect(levelOf({ holds: upTo(3).holds.slice(0, -1) })).toBe(2)
    expect(levelOf(upTo(5))).toBe(5)
  })

  it("never falls when one more statement holds", () => {
    fc.assert(fc.property(anyView, fc.constantFrom(...statements), (view, more) => (levelOf({ holds: [...view.holds, more.key] }) ?? 0) >= (levelOf(view) ?? 0)))
  })

  it("is the same gap from either side, 0 to 4", () => {
    fc.assert(fc.property(anyView, anyView, (one, other) => {
      const [a, b] = [levelOf(one), levelOf(other)]
      const gap = gapOf(a, b)
      return gap === gapOf(b, a) && (gap === null || (gap >= 0 && gap <= 4))
    }))
  })

  it("asks next for the level above the lower view", () => {
    expect(decidingLevel(2, 3)).toBe(3)
    expect(decidingLevel(null, 3)).toBe(4)
    expect(decidingLevel(null, null)).toBe(2)
    expect(decidingLevel(5, 5)).toBeNull()
  })
})

describe("what the title says", () => {
  it("puts both views side by side", () => {
    expect(relationshipTitle("Support", 2, 3)).toBe("We think we keep our promises to Support. Support says we only take orders.")
    expect(relationshipTitle("Support", 3, 3)).toBe("Support and we agree: we keep our promises.")
    expect(relationshipTitle("Support", null, 3)).toBe("We think we keep our promises to Support. Support has not said yet.")
    expect(relationshipTitle("Support", 2, null)).toBe("Support says we only take orders. We have not said yet.")
    expect(relationshipTitle("Support", null, null)).toBe("Nobody has said yet how close we and Support are.")
  })

  it("says something for every pair of views", () => {
    const view = fc.constantFrom<Level | null>(null, ...levels.map(({ level }) => level))
    fc.assert(fc.property(view, view, (business, it) => !/undefined|null/.test(relationshipTitle("Support", business, it))))
  })

  it("says the gap in words", () => {
    expect([null, 0, 1, 3].map(gapInWords)).toEqual(["Not known", "Both see the same", "one level apart", "three levels apart"])
  })
})

describe("what may be said", () => {
  it("is about known statements, once each, in their order", () => {
    expect(checkView({ holds: ["3-kept", "2-whom", "3-kept"], added: { "3-kept": "  Since June ", "2-whom": " " } })).toEqual({ holds: ["2-whom", "3-kept"], added: { "3-kept": "Since June" } })
    expect(() => checkView({ holds: ["9-none"], added: {} })).toThrow("not known here")
    expect(() => checkView({ holds: [], added: { "9-none": "x" } })).toThrow("not known here")
  })

  it("needs a cadence between a week and three years", () => {
    expect(checkRelationship(blankRelationship)).toEqual(blankRelationship)
    for (const reviewEveryDays of [6, 1101, 7.5]) expect(() => checkRelationship({ ...blankRelationship, reviewEveryDays })).toThrow("every 7 to 1100 days")
  })
})
