// F8: the worked numbers, the edges, and what holds for every cross-section.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { RoleLevel } from "#db/words"
import { coverageOf, coverageSentence, voicesNeeded, type Stratum, type Voice } from "~/features/consultations/coverage"

const stratum = (unit: string, roleLevel: RoleLevel, headcount: number): Stratum => ({ unitId: unit, unitName: unit, roleLevel, headcount })
const heard = (unit: string, roleLevel: RoleLevel, count: number): Voice[] =>
  Array.from({ length: count }, (_, at) => ({ personId: `${unit} ${roleLevel} ${at}`, unitId: unit, roleLevel }))

describe("the worked numbers", () => {
  const strata = [stratum("Sales", "frontline", 40), stratum("Support", "manager", 10), stratum("Warehouse", "specialist", 50)]
  const voices = [...heard("Sales", "frontline", 4), ...heard("Warehouse", "specialist", 3)]

  it("40 people with 4 heard, 10 with none, 50 with 3 are 70 %, failing twice", () => {
    const coverage = coverageOf({ strata, voices, percent: 10 })
    expect(coverage.share).toBeCloseTo(0.7, 12)
    expect(coverage.passes).toBe(false)
    expect(coverage.silentUnits.map(({ unitName }) => unitName)).toEqual(["Support"])
    expect(coverageSentence(coverage)).toBe("Heard 1 of 3 affected groups, 70 % by headcount. Missing: Support, managers; Warehouse, specialists.")
  })

  it("need one voice in ten, in whole numbers, at least one and never more than there are", () => {
    expect([1, 2, 9, 10, 11, 58, 92, 100].map((headcount) => voicesNeeded(headcount, 10))).toEqual([1, 1, 1, 1, 2, 6, 10, 10])
    expect(voicesNeeded(0, 10)).toBe(0)
    expect(voicesNeeded(3, 100)).toBe(3)
    // 0.07 x 100 is 7.000000000000001 in floating point
    expect(voicesNeeded(100, 7)).toBe(7)
  })
})

describe("the sample's web shop", () => {
  const headcounts: [string, number[]][] = [["Sales", [92, 16, 10, 2]], ["Support", [58, 20, 10, 2]], ["Warehouse", [48, 8, 4, 0]], ["Marketing", [0, 32, 7, 1]], ["Finance", [0, 24, 5, 1]]]
  const levels: RoleLevel[] = ["frontline", "specialist", "manager", "executive"]
  const strata = headcounts.flatMap(([unit, counts]) => counts.map((count, at) => stratum(unit, levels[at] ?? "external", count)))
  const voices = [
    ...heard("Sales", "frontline", 11), ...heard("Sales", "specialist", 3), ...heard("Sales", "manager", 2), ...heard("Sales", "executive", 1),
    ...heard("Support", "specialist", 2), ...heard("Support", "manager", 1),
    ...heard("Warehouse", "frontline", 5), ...heard("Warehouse", "specialist", 1), ...heard("Warehouse", "manager", 1),
    ...heard("Marketing", "specialist", 4), ...heard("Marketing", "manager", 1),
    ...heard("Finance", "specialist", 3), ...heard("Finance", "manager", 2), ...heard("Finance", "executive", 1),
  ]

  it("heard 14 of 17 groups, 82 %, and still blocks for one who must be heard", () => {
    const all = { strata, voices, percent: 10 }
    const coverage = coverageOf({ ...all, mustHear: [{ personId: "b", name: "O. Bell", heard: false }] })
    expect([coverage.groupsHeard, coverage.cells.length, coverage.headcountHeard, coverage.headcount]).toEqual([14, 17, 279, 340])
    expect(coverageSentence(coverage)).toBe("Heard 14 of 17 affected groups, 82 % by headcount. Missing: Support, front line; Support, executives; Marketing, executives.")
    expect(coverage.passes).toBe(false)
    expect(coverageOf(all).passes).toBe(true)
  })
})

describe("edges", () => {
  it("nobody affected cannot be judged", () => {
    expect(coverageOf({ strata: [], voices: [], percent: 10 })).toMatchObject({ share: null, passes: null, cells: [] })
    expect(coverageOf({ strata: [stratum("Sales", "frontline", 0)], voices: heard("Sales", "frontline", 3), percent: 10 })).toMatchObject({ share: null, passes: null })
  })

  it("a unit of one person needs that person", () => {
    expect(coverageOf({ strata: [stratum("Board", "executive", 1)], voices: [], percent: 10 })).toMatchObject({ share: 0, passes: false })
    expect(coverageOf({ strata: [stratum("Board", "executive", 1)], voices: heard("Board", "executive", 1), percent: 10 })).toMatchObject({ share: 1, passes: true })
  })

  it("one person heard three times is one voice", () => {
    const [voice] = heard("Sales", "manager", 1)
    expect(coverageOf({ strata: [stratum("Sales", "manager", 30)], voices: voice ? [voice, voice, voice] : [], percent: 10 }).cells[0]?.heard).toBe(1)
  })

  it("needs somebody of the front line where there is one", () => {
    const strata = [stratum("Sales", "frontline", 10), stratum("Sales", "manager", 90)]
    const coverage = coverageOf({ strata, voices: heard("Sales", "manager", 9), percent: 10 })
    expect(coverage.share).toBeCloseTo(0.9, 12)
    expect(coverage).toMatchObject({ frontlineHeard: false, passes: false })
    expect(coverageOf({ strata: strata.slice(1), voices: heard("Sales", "manager", 9), percent: 10 })).toMatchObject({ frontlineHeard: null, passes: true })
  })

  it("passes at 80 % exactly", () => {
    const strata = [stratum("A", "specialist", 80), stratum("A", "manager", 20)]
    expect(coverageOf({ strata, voices: heard("A", "specialist", 8), percent: 10 })).toMatchObject({ passes: true })
    expect(coverageOf({ strata: [stratum("A", "specialist", 79), stratum("A", "manager", 21)], voices: heard("A", "specialist", 8), percent: 10 })).toMatchObject({ passes: false })
  })
})

describe("for every cross-section", () => {
  const levels: RoleLevel[] = ["frontline", "specialist", "manager", "executive", "external"]
  const cell = fc.record({ unit: fc.constantFrom("A", "B", "C"), level: fc.constantFrom(...levels), headcount: fc.nat(300) })
  const cells = fc.uniqueArray(cell, { selector: ({ unit, level }) => `${unit} ${level}`, maxLength: 12 })
  const voice = fc.record({ personId: fc.nat(60).map(String), unitId: fc.constantFrom("A", "B", "C", "elsewhere"), roleLevel: fc.constantFrom(...levels) })

  it("one more voice never lowers it, and it is never over 100 %", () => {
    fc.assert(fc.property(cells, fc.array(voice, { maxLength: 80 }), voice, fc.integer({ min: 1, max: 100 }), (some, voices, another, percent) => {
      const strata = some.map(({ unit, level, headcount }) => stratum(unit, level, headcount))
      const before = coverageOf({ strata, voices, percent })
      const after = coverageOf({ strata, voices: [...voices, another], percent })
      expect(after.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0)
      expect(after.share ?? 0).toBeLessThanOrEqual(1)
      if (before.passes) expect(after.passes).toBe(true)
    }))
  })
})
