/** Proves F1 to F3 with the worked numbers and the edges of the rules. */
import { describe, expect, it } from "vitest"
import { figures, strategicContribution } from "~/features/alignment/figures"
import { servesOf, servingModel } from "~/features/alignment/serving"
import { aLink, aNode, goalsWeighing, graphOf } from "./chain-builder"

const work = (id: string, budget?: string, status = "in progress") =>
  aNode("initiative", id, { status, ...(budget === undefined ? {} : { budgets: { 2026: budget } }) })

describe("F1 alignment coverage", () => {
  it("is 80 % when the first two of 50/30/20 are served", () => {
    const graph = graphOf([...goalsWeighing(50, 30, 20), work("a"), work("b")], [
      aLink("a", "contributes to", "g1", 1), aLink("b", "contributes to", "g2", 9),
    ])
    const result = figures(graph)
    expect(result.goalCoverage).toBeCloseTo(0.8, 12)
    expect(result.goals.coveredIds).toEqual(["g1", "g2"])
    expect(result.goals.uncoveredIds).toEqual(["g3"])
    expect(result.counts).toMatchObject({ goals: 3, goalsServed: 2, initiatives: 2 })
  })

  it("leaves an initiative without a budget out and names it", () => {
    const graph = graphOf([...goalsWeighing(10), work("a", "100000"), work("b", "50000"), work("c")], [
      aLink("a", "contributes to", "g1", 9), aLink("c", "contributes to", "g1", 9),
    ])
    const result = figures(graph)
    expect(result.spendCoverage).toBeCloseTo(2 / 3, 12)
    expect(result.withoutBudget).toEqual(["c"])
    expect(result.spend).toMatchObject({ covered: "100000.00", total: "150000.00", uncoveredIds: ["b"] })
  })

  it("takes 0 for a budget, and nothing above 0 for n/a", () => {
    const result = figures(graphOf([...goalsWeighing(10), work("a", "0")], [aLink("a", "contributes to", "g1", 9)]))
    expect(result.withoutBudget).toEqual([])
    expect(result.spendCoverage).toBeNull()
    expect(result.sayDoGap).toBeNull()
    expect(result.goalCoverage).toBe(1)
  })

  it("adds all years unless one is chosen", () => {
    const a = aNode("initiative", "a", { budgets: { 2026: "10.00", 2027: "20.00" } })
    const b = aNode("initiative", "b", { budgets: { 2027: "30.00" } })
    const graph = graphOf([...goalsWeighing(10), a, b], [aLink("a", "contributes to", "g1", 9)])
    expect(figures(graph).spendCoverage).toBeCloseTo(0.5, 12)
    expect(figures(graph, { year: 2027 }).spendCoverage).toBeCloseTo(0.4, 12)
    expect(figures(graph, { year: 2026 })).toMatchObject({ spendCoverage: 1, withoutBudget: ["b"] })
  })

  it("lets one link to a pillar reach all of its goals", () => {
    const graph = graphOf([...goalsWeighing(50, 30, 20), work("a")], [aLink("a", "contributes to", "P", 9)])
    expect(figures(graph).goalCoverage).toBe(1)
    expect(servesOf(servingModel(graph), "a").map(({ via }) => via)).toEqual(["pillar", "pillar", "pillar"])
  })

  it("counts an active pillar without an active goal itself, with its own weight", () => {
    const nodes = [
      aNode("goal", "P", { weight: 70 }), aNode("goal", "draft", { parentId: "P", status: "draft" }),
      aNode("goal", "Q", { weight: 99 }), aNode("goal", "q1", { parentId: "Q", weight: 30 }), work("a"),
    ]
    const graph = graphOf(nodes, [aLink("a", "contributes to", "P", 3)])
    expect(figures(graph).goalCoverage).toBeCloseTo(0.7, 12)
    expect(servesOf(servingModel(graph), "a")).toEqual([{ goalId: "P", strength: 3, via: "direct", linkId: "a|contributes to|P" }])
  })

  it("counts only active work, and an objective only while it is active", () => {
    const nodes = [
      ...goalsWeighing(50, 50), aNode("goal", "o1", { parentId: "g1" }),
      aNode("goal", "o2", { parentId: "g2", status: "retired" }), work("idea", undefined, "idea"), work("a"),
    ]
    const graph = graphOf(nodes, [
      aLink("idea", "contributes to", "g2", 9), aLink("a", "contributes to", "o1", 3), aLink("a", "contributes to", "o2", 9),
    ])
    const model = servingModel(graph)
    expect(figures(graph).goalCoverage).toBe(0.5)
    expect(servesOf(model, "a")).toEqual([{ goalId: "g1", strength: 3, via: "objective", linkId: "a|contributes to|o1" }])
    expect(figures(graph).gaps.goalsWithoutWork.map(({ id }) => id)).toEqual(["g2"])
  })

  it("prefers the closer link where there is one, even when the pillar's is stronger", () => {
    const graph = graphOf([...goalsWeighing(50, 30), work("a")], [
      aLink("a", "contributes to", "P", 9), aLink("a", "contributes to", "g1", 1),
    ])
    expect(servesOf(servingModel(graph), "a").map(({ goalId, strength, via }) => [goalId, strength, via]))
      .toEqual([["g2", 9, "pillar"], ["g1", 1, "direct"]])
  })

  it("is n/a for weights that sum to 0 and for no goals", () => {
    const weightless = graphOf([...goalsWeighing(0, 0), work("a", "5")], [aLink("a", "contributes to", "g1", 9)])
    expect(figures(weightless)).toMatchObject({ goalCoverage: null, sayDoGap: null, spendCoverage: 1, counts: { goalsServed: 1 } })
    expect(strategicContribution(servingModel(weightless), "a")).toBeNull()
    const empty = figures(graphOf([]))
    expect(empty).toMatchObject({ goalCoverage: null, spendCoverage: null, serviceCoverage: null, sayDoGap: null })
  })

  it("finds a service's path by goal, by capability and its parents, and by active work", () => {
    const services = ["toGoal", "toObjective", "toPillar", "toCapability", "changed", "changedByIdea", "changedByLost", "alone"]
    const nodes = [
      ...goalsWeighing(10), aNode("goal", "o1", { parentId: "g1" }), ...services.map((id) => aNode("service", id)),
      aNode("capability", "top"), aNode("capability", "leaf", { parentId: "top" }),
      work("a"), work("idea", undefined, "idea"), work("lost"),
    ]
    const result = figures(graphOf(nodes, [
      aLink("toGoal", "supports", "g1"), aLink("toObjective", "supports", "o1"), aLink("toPillar", "supports", "P"),
      aLink("toCapability", "supports", "leaf"), aLink("top", "enables", "P"),
      aLink("a", "contributes to", "g1", 1), aLink("a", "replaces", "changed"),
      aLink("idea", "contributes to", "g1", 9), aLink("idea", "improves", "changedByIdea"), aLink("lost", "improves", "changedByLost"),
    ]))
    expect(result.services.coveredIds).toEqual(["toGoal", "toObjective", "toPillar", "toCapability", "changed"])
    expect(result.serviceCoverage).toBe(5 / 8)
  })
})

describe("F2 strategic contribution", () => {
  it("is 60.0 for 50/30/20 with 9/3/none", () => {
    const graph = graphOf([...goalsWeighing(50, 30, 20), work("a")], [
      aLink("a", "contributes to", "g1", 9), aLink("a", "contributes to", "g2", 3),
    ])
    expect(strategicContribution(servingModel(graph), "a")).toBeCloseTo(60, 10)
  })

  it("is 100.0 for one high link to the pillar of all three", () => {
    const graph = graphOf([...goalsWeighing(50, 30, 20), work("a")], [aLink("a", "contributes to", "P", 9)])
    expect(strategicContribution(servingModel(graph), "a")).toBeCloseTo(100, 10)
  })

  it("is 100.0 for one goal, high to it and to its objective", () => {
    const graph = graphOf([...goalsWeighing(10), aNode("goal", "o1", { parentId: "g1" }), work("a")], [
      aLink("a", "contributes to", "g1", 9), aLink("a", "contributes to", "o1", 9),
    ])
    expect(strategicContribution(servingModel(graph), "a")).toBeCloseTo(100, 10)
  })
})

describe("F3 Say/Do gap", () => {
  it("is 25.0 for the worked case, with the money by goal", () => {
    const graph = graphOf([...goalsWeighing(50, 30, 20), work("a", "100000"), work("b", "50000"), work("c", "50000")], [
      aLink("a", "contributes to", "g1", 9), aLink("a", "contributes to", "g2", 3),
      aLink("b", "contributes to", "g2", 1), aLink("b", "contributes to", "g3", 3),
    ])
    const { sayDo, sayDoGap } = figures(graph)
    expect(sayDoGap).toBeCloseTo(25, 10)
    expect(sayDo.rows.map(({ moneyShare }) => moneyShare)).toEqual([0.375, 0.1875, 0.1875])
    expect(sayDo.rows.map(({ money }) => money)).toEqual(["75000.00", "37500.00", "37500.00"])
    expect(sayDo.unaligned).toEqual({ money: "50000.00", moneyShare: 0.25, initiativeIds: ["c"] })
  })

  it("takes a pillar's link once and splits it by weight, equally when all weigh 0", () => {
    const graph = (...weights: number[]) => graphOf([
      ...goalsWeighing(...weights), aNode("goal", "Q"), aNode("goal", "x", { parentId: "Q", weight: 5 }), work("a", "100"),
    ], [aLink("a", "contributes to", "P", 3), aLink("a", "contributes to", "x", 9)])
    expect(figures(graph(30, 10)).sayDo.rows.map(({ money }) => money)).toEqual(["18.75", "6.25", "75.00"])
    expect(figures(graph(0, 0)).sayDo.rows.map(({ money }) => money)).toEqual(["12.50", "12.50", "75.00"])
  })

  it("calls work unaligned that is linked only to a goal that does not count", () => {
    const graph = graphOf([...goalsWeighing(10), aNode("goal", "old", { parentId: "P", status: "retired" }), work("a", "10")], [
      aLink("a", "contributes to", "old", 9),
    ])
    expect(figures(graph).sayDoGap).toBeCloseTo(100, 10)
    expect(figures(graph).gaps.workWithoutGoal.map(({ id }) => id)).toEqual(["a"])
  })
})

describe("gaps", () => {
  it("keeps an accepted gap in, flagged until its end date comes", () => {
    const graph = graphOf(goalsWeighing(10))
    const until = new Map([["goalsWithoutWork:g1", "2026-12-01"]])
    const flagged = figures(graph, { accepted: { until, today: "2026-11-30" } })
    expect(flagged.gaps.goalsWithoutWork).toEqual([{ id: "g1", acceptedUntil: "2026-12-01" }])
    expect(flagged.goalCoverage).toBe(0)
    const back = figures(graph, { accepted: { until, today: "2026-12-01" } })
    expect(back.gaps.goalsWithoutWork).toEqual([{ id: "g1", acceptedUntil: null }])
  })

  it("finds goals of any level without measure or owner, applications without service, and open work only", () => {
    const nodes = [
      aNode("goal", "P", { measureCount: 0, ownerId: null }), aNode("goal", "g1", { parentId: "P" }),
      aNode("goal", "o", { parentId: "g1", measureCount: 0 }), aNode("goal", "d", { parentId: "P", status: "draft", ownerId: null }),
      aNode("application", "a1"), aNode("application", "a2"), aNode("service", "s"),
      ...["idea", "on hold", "completed", "cancelled"].map((status) => work(status, undefined, status)),
    ]
    const { gaps } = figures(graphOf(nodes, [aLink("a1", "delivers", "s")]))
    const ids = Object.fromEntries(Object.entries(gaps).map(([gap, list]) => [gap, list.map(({ id }) => id)]))
    expect(ids).toEqual({
      goalsWithoutWork: ["g1"], workWithoutGoal: ["idea", "on hold"], servicesWithoutPath: ["s"],
      applicationsWithoutService: ["a2"], goalsWithoutMeasure: ["P", "o"], goalsWithoutOwner: ["P"],
    })
  })
})
