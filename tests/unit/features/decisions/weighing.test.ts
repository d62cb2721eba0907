// Weights, scores, totals, spread, winners and what would flip them; and every refused move.

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkCriteria, checkScores, mostDisputed, scoresShownTo, sensitivity, weigh, winners, type Score } from "~/features/decisions/weighing"

const criterion = (name: string, weight: number) => ({ name, meaning: "", weight })
const score = (optionId: string, criterionId: string, given: number, scorerId = "one"): Score => ({ optionId, criterionId, scorerId, score: given })
/** One scorer's table: option -> scores in the order of the criteria. */
const table = (rows: Record<string, number[]>, criteria: readonly { id: string }[], scorerId = "one") =>
  Object.entries(rows).flatMap(([option, given]) => criteria.map(({ id }, at) => score(option, id, given[at] ?? 0, scorerId)))

describe("criteria", () => {
  it("sum to 100; rows without a name fall away", () => {
    expect(checkCriteria([criterion(" Cost ", 60), criterion("", 0), criterion("Easy", 40)], false)).toEqual([criterion("Cost", 60), criterion("Easy", 40)])
  })

  it.each([
    ["none", [criterion("  ", 100)], /at least one/],
    ["99", [criterion("a", 60), criterion("b", 39)], /sum to 99. Give out 1 more/],
    ["101", [criterion("a", 60), criterion("b", 41)], /sum to 101. Take 1 away/],
    ["a fraction", [criterion("a", 60.5), criterion("b", 39.5)], /whole number/],
    ["a negative weight", [criterion("a", 110), criterion("b", -10)], /whole number/],
    ["the same name twice", [criterion("Cost", 60), criterion("cost", 40)], /same name/],
    ["nine", Array.from({ length: 9 }, (_, at) => criterion(`c${at}`, at === 0 ? 100 : 0)), /At most 8/],
  ])("are refused: %s", (_what, criteria, words) => {
    expect(() => checkCriteria(criteria, false)).toThrow(words)
  })

  it("are locked once somebody has scored", () => {
    expect(() => checkCriteria([criterion("a", 100)], true)).toThrow(/scored already/)
  })

  it("what is accepted always sums to 100", () => {
    fc.assert(fc.property(fc.array(fc.record({ name: fc.string({ maxLength: 3 }), meaning: fc.constant(""), weight: fc.integer({ min: -20, max: 120 }) }), { maxLength: 10 }), (given) => {
      let criteria
      try {
        criteria = checkCriteria(given, false)
      } catch {
        return true
      }
      return criteria.reduce((sum, { weight }) => sum + weight, 0) === 100 && criteria.every(({ weight }) => weight >= 0)
    }), { examples: [[[{ name: "a", meaning: "", weight: 70 }, { name: "b", meaning: "", weight: 30 }]]] })
  })
})

describe("scores", () => {
  const asked = { optionIds: ["A", "B"], criteria: [{ id: "x", weight: 60 }, { id: "y", weight: 40 }] }
  const all = table({ A: [5, 1], B: [2, 4] }, asked.criteria).map(({ scorerId: _, ...one }) => one)

  it("are one for every option and criterion; others fall away", () => {
    expect(checkScores([...all, { optionId: "gone", criterionId: "x", score: 3 }], asked)).toEqual(all)
  })

  it("are refused when one is missing, out of range or before the weights sum to 100", () => {
    expect(() => checkScores(all.slice(1), asked)).toThrow(/every option/)
    for (const wrong of [-1, 6, 2.5]) expect(() => checkScores(all.map((one, at) => (at === 0 ? { ...one, score: wrong } : one)), asked)).toThrow(/0 to 5/)
    expect(() => checkScores(all, { ...asked, criteria: [{ id: "x", weight: 60 }, { id: "y", weight: 39 }] })).toThrow(/sum to 100/)
  })

  it("of others are shown to a scorer only once they have finished, and to others only when finished", () => {
    const scorers = [{ personId: "one", finished: true }, { personId: "two", finished: false }]
    const given = [score("A", "x", 5, "one"), score("A", "x", 1, "two")]
    expect(scoresShownTo("two", scorers, given).map(({ scorerId }) => scorerId)).toEqual(["two"])
    expect(scoresShownTo("one", scorers, given).map(({ scorerId }) => scorerId)).toEqual(["one"])
    expect(scoresShownTo("reader", scorers, given).map(({ scorerId }) => scorerId)).toEqual(["one"])
    expect(scoresShownTo("two", [{ personId: "one", finished: true }, { personId: "two", finished: true }], given)).toHaveLength(2)
  })
})

describe("totals", () => {
  const criteria = [{ id: "job", weight: 35 }, { id: "cost", weight: 30 }, { id: "easy", weight: 20 }, { id: "safe", weight: 15 }]

  it("are the weighted means; nobody scored is not 0", () => {
    const scores = table({ A: [5, 1, 4, 5], B: [4, 4, 4, 4], C: [5, 2, 3, 3], D: [2, 3, 2, 1] }, criteria)
    const weighed = weigh(["A", "B", "C", "D"], criteria, scores)
    expect(weighed.map(({ total }) => total)).toEqual([3.6, 4, 3.4, 2.15])
    expect(winners(weighed)).toEqual(["B"])
    expect(weigh(["A"], criteria, []).map(({ total }) => total)).toEqual([null])
    expect(winners(weigh(["A"], criteria, []))).toEqual([])
    expect(weigh(["A"], [], [])[0]?.total).toBeNull()
  })

  it("spread is how far apart the scorers are", () => {
    const scores = [score("A", "job", 5, "one"), score("A", "job", 3, "two")]
    expect(weigh(["A"], [{ id: "job", weight: 100 }], scores)[0]).toMatchObject({ total: 4, cells: [{ mean: 4, spread: 1 }] })
    expect(mostDisputed(weigh(["A"], [{ id: "job", weight: 100 }], scores))).toMatchObject({ optionId: "A", criterionId: "job" })
    expect(mostDisputed(weigh(["A"], [{ id: "job", weight: 100 }], scores.slice(1)))).toBeNull()
  })

  it("level options have no winner and nothing to flip", () => {
    const one = [{ id: "x", weight: 50 }, { id: "y", weight: 50 }]
    const scores = table({ A: [5, 1], B: [1, 5] }, one)
    expect(winners(weigh(["A", "B"], one, scores))).toEqual(["A", "B"])
    expect(sensitivity(["A", "B"], one, scores)).toEqual([])
  })
})

describe("how firm it is", () => {
  it("the winner changes if Cost weighs more than 45", () => {
    // A leads on use by 3.6, B on cost by 4.4: at 45 they are level, at 46 B is ahead
    const criteria = [{ id: "cost", weight: 30 }, { id: "use", weight: 70 }]
    const scorers = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
    const scores = scorers.flatMap((scorer, at) => table({ A: [at < 6 ? 0 : 1, 5], B: [at < 2 ? 4 : 5, at < 6 ? 1 : 2] }, criteria, scorer))
    expect(sensitivity(["A", "B"], criteria, scores)).toEqual([
      { criterionId: "cost", way: "more", weight: 45, optionId: "B" }, { criterionId: "use", way: "less", weight: 55, optionId: "B" },
    ])
  })

  it("a winner by every criterion falls with no weight; a single criterion cannot be reweighed", () => {
    const criteria = [{ id: "x", weight: 50 }, { id: "y", weight: 50 }]
    expect(sensitivity(["A", "B"], criteria, table({ A: [5, 5], B: [1, 4] }, criteria))).toEqual([])
    expect(sensitivity(["A", "B"], [{ id: "x", weight: 100 }], table({ A: [5], B: [1] }, [{ id: "x" }]))).toEqual([])
  })

  it("is true: at the weight named the winner still stands, and one beyond it another option is ahead", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 })
    fc.assert(fc.property(weights, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }), (given, scored) => {
      const sum = given.slice(1).reduce((all, one) => all + one, 0)
      const criteria = [{ id: "0", weight: 100 - sum }, ...given.slice(1).map((weight, at) => ({ id: String(at + 1), weight }))]
      const scores = table({ A: scored.slice(0, 4), B: scored.slice(4, 8), C: scored.slice(8) }, criteria)
      const options = ["A", "B", "C"]
      const [winner] = winners(weigh(options, criteria, scores))
      for (const flip of sensitivity(options, criteria, scores)) {
        const at = (weight: number) => {
          const rest = criteria.filter(({ id }) => id !== flip.criterionId).reduce((all, one) => all + one.weight, 0)
          return weigh(options, criteria.map((one) => ({ id: one.id, weight: one.id === flip.criterionId ? weight : (one.weight * (100 - weight)) / rest })), scores)
        }
        expect(winners(at(flip.weight))).toContain(winner)
        expect(winners(at(flip.way === "more" ? flip.weight + 1 : flip.weight - 1))).not.toContain(winner)
      }
    }))
  })
})
