/** Proves the laws of the figures over random companies, and the gaps against a literal second implementation. */
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { addMoney } from "~/core/money"
import { figures, figuresOf, strategicContribution } from "~/features/alignment/figures"
import { gapNames } from "~/features/alignment/gaps"
import type { Graph, GraphLink } from "~/features/alignment/graph"
import { foldObjectives } from "~/features/alignment/goal-folding"
import { servesOf, servingModel } from "~/features/alignment/serving"
import { companyGraph, seeded } from "../../../bench/graphs"
import { naiveGaps } from "./naive-gaps"

// Thousands of random graphs take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const company = fc.tuple(fc.integer(), fc.integer({ min: 5, max: 70 })).map(([seed, size]) => companyGraph(seed, size))

function within(value: number | null, top: number): void {
  if (value === null) return
  expect(value).toBeGreaterThanOrEqual(0)
  expect(value).toBeLessThanOrEqual(top)
}

describe("figures of any company", () => {
  it("stay in their bounds, and the money rows add up to the cent", () => {
    fc.assert(fc.property(company, fc.constantFrom(null, 2026, 2027), (graph, year) => {
      const model = servingModel(graph)
      const result = figuresOf(model, { year })
      for (const share of [result.goalCoverage, result.spendCoverage, result.serviceCoverage]) within(share, 1)
      within(result.sayDoGap, 100)
      for (const work of model.index.byKind.get("initiative") ?? []) within(strategicContribution(model, work.id), 100 + 1e-9)
      expect(addMoney([...result.sayDo.rows.map(({ money }) => money), result.sayDo.unaligned.money])).toBe(result.spend.total)
      const shares = result.sayDo.rows.reduce((sum, row) => sum + (row.moneyShare ?? 0), result.sayDo.unaligned.moneyShare ?? 0)
      if (result.sayDo.unaligned.moneyShare !== null) expect(shares).toBeCloseTo(1, 9)
      expect(result.goals.coveredIds.length + result.goals.uncoveredIds.length).toBe(result.counts.goals)
    }), { numRuns: 300 })
  })

  it("find the same gaps as a literal reading in 1,000 random graphs", () => {
    fc.assert(fc.property(company, (graph) => {
      const { gaps } = figures(graph)
      const found = Object.fromEntries(gapNames.map((gap) => [gap, gaps[gap].map(({ id }) => id).sort()]))
      expect(found).toEqual(naiveGaps(graph))
    }), { numRuns: 1000 })
  })

  it("do not depend on the order of the input", () => {
    fc.assert(fc.property(company, fc.integer(), (graph, seed) => {
      const random = seeded(seed)
      const mixed = <T>(list: readonly T[]): T[] => list.map((value) => ({ value, key: random() })).sort((a, b) => a.key - b.key).map(({ value }) => value)
      const [one, other] = [figures(graph), figures({ nodes: mixed(graph.nodes), links: mixed(graph.links) })]
      expect([other.goalCoverage, other.spendCoverage, other.serviceCoverage, other.counts]).toEqual([one.goalCoverage, one.spendCoverage, one.serviceCoverage, one.counts])
      if (one.sayDoGap !== null) expect(other.sayDoGap).toBeCloseTo(one.sayDoGap, 9)
    }))
  })

  it("never lose coverage by one more contribution", () => {
    fc.assert(fc.property(company, fc.nat(), fc.nat(), (graph, first, second) => {
      const work = graph.nodes.filter((node) => node.kind === "initiative")
      const goals = graph.nodes.filter((node) => node.kind === "goal")
      const link: GraphLink = {
        id: "more", from: work[first % work.length]?.id ?? "", to: goals[second % goals.length]?.id ?? "", relation: "contributes to", strength: 9,
      }
      const [before, after] = [figures(graph), figures({ ...graph, links: [...graph.links, link] })]
      expect(after.goalCoverage ?? 0).toBeGreaterThanOrEqual(before.goalCoverage ?? 0)
      expect(after.spendCoverage ?? 0).toBeGreaterThanOrEqual(before.spendCoverage ?? 0)
      expect(after.serviceCoverage ?? 0).toBeGreaterThanOrEqual(before.serviceCoverage ?? 0)
      expect(after.gaps.workWithoutGoal.length).toBeLessThanOrEqual(before.gaps.workWithoutGoal.length)
    }), { numRuns: 300 })
  })

  it("serve the same goals with objectives folded", () => {
    fc.assert(fc.property(company, (graph) => {
      const served = (given: Graph): unknown => {
        const model = servingModel(given)
        return (model.index.byKind.get("initiative") ?? []).map(({ id }) => servesOf(model, id).map(({ goalId, strength }) => [goalId, strength]))
      }
      expect(served(foldObjectives(graph))).toEqual(served(graph))
    }), { numRuns: 300 })
  })

  it("leave the graph as it was", () => {
    const graph = companyGraph(7, 60)
    const copy = structuredClone(graph)
    figures(graph)
    foldObjectives(graph)
    expect(graph).toEqual(copy)
  })
})
