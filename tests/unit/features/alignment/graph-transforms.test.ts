/** Proves the cuts of the graph: kinds, distance, filters, only gaps, folding and the trace. */
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { figures } from "~/features/alignment/figures"
import { around, goalLevels, indexGraph, keepKinds, type Graph } from "~/features/alignment/graph"
import { filterGraph, onlyGaps } from "~/features/alignment/graph-filter"
import { foldObjectives } from "~/features/alignment/goal-folding"
import { mapEdges } from "~/features/alignment/map-edges"
import { trace } from "~/features/alignment/trace"
import { companyGraph } from "../../../bench/graphs"
import { aLink, aNode, graphOf } from "./chain-builder"

// Thousands of random graphs take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const ids = (graph: Graph): string[] => graph.nodes.map(({ id }) => id).sort()
const chain = graphOf([
  aNode("goal", "P"), aNode("goal", "G", { parentId: "P" }), aNode("goal", "O", { parentId: "G" }), aNode("goal", "H", { parentId: "P" }),
  aNode("initiative", "a", { unitIds: ["u2"], ownerId: "kim", budgets: { 2026: "5" } }),
  aNode("initiative", "b", { startsOn: "2027-02-01", endsOn: "2027-06-30" }), aNode("initiative", "done", { status: "completed" }),
  aNode("service", "s"), aNode("service", "t"), aNode("application", "x"), aNode("application", "y"),
  aNode("unit", "u1"), aNode("unit", "u2", { parentId: "u1" }),
], [
  aLink("a", "contributes to", "O", 9), aLink("a", "contributes to", "G", 3), aLink("b", "contributes to", "P", 1), aLink("b", "requires", "a"),
  aLink("a", "improves", "s"), aLink("b", "improves", "t"), aLink("x", "delivers", "s"), aLink("y", "delivers", "t"),
])

describe("filters", () => {
  it("hide finished work unless asked for or named", () => {
    expect(ids(filterGraph(chain, {}))).not.toContain("done")
    expect(ids(filterGraph(chain, { finished: true }))).toContain("done")
    expect(ids(filterGraph(chain, { statuses: { initiative: new Set(["completed"]) }, kinds: new Set(["initiative"]) }))).toEqual(["done"])
  })
  it("keep the goals and pillars that what matches serves", () => {
    expect(ids(filterGraph(chain, { unitId: "u1" }))).toEqual(["G", "O", "P", "a", "u1", "u2"])
    expect(ids(filterGraph(chain, { ownerId: "kim" }))).toEqual(["G", "O", "P", "a"])
    expect(ids(filterGraph(chain, { ownerId: "nobody" }))).toEqual([])
  })
  it("keep work of the year by budget or dates, and never hide it for want of both", () => {
    const year = (number: number) => ({ year: { year: number, from: `${number}-01-01`, to: `${number}-12-31` }, kinds: new Set(["initiative" as const]) })
    expect(ids(filterGraph(chain, year(2026)))).toEqual(["a"])
    expect(ids(filterGraph(chain, year(2027)))).toEqual(["b"])
    expect(ids(filterGraph(graphOf([aNode("initiative", "unknown")]), year(2026)))).toEqual(["unknown"])
  })
  it("keep levels when the parent is cut away, and cut relations", () => {
    const alone = keepKinds(graphOf([aNode("goal", "P"), aNode("goal", "G", { parentId: "P" })]), new Set(["goal"]))
    expect(goalLevels(indexGraph({ nodes: alone.nodes.filter(({ id }) => id === "G"), links: [] })).get("G")).toBe("goal")
    const bare = filterGraph(chain, { relations: new Set(["improves"]) })
    expect(new Set(mapEdges(bare).map(({ relation }) => relation))).toEqual(new Set(["improves"]))
    expect(goalLevels(indexGraph(bare)).get("O")).toBe("objective")
  })
  it("show only gaps with the goals above them", () => {
    const graph = graphOf([aNode("goal", "P"), aNode("goal", "G", { parentId: "P" }), aNode("initiative", "a"), aNode("service", "s")], [aLink("a", "improves", "s")])
    expect(ids(onlyGaps(graph, figures(graph).gaps))).toEqual(["G", "P", "a", "s"])
    const until = new Map([["workWithoutGoal:a", "2027-01-01"]])
    const accepted = figures(graph, { accepted: { until, today: "2026-11-22" } }).gaps
    expect(ids(onlyGaps(graph, accepted))).toEqual(["G", "P", "s"])
    expect(ids(onlyGaps(graph, accepted, true))).toEqual(["G", "P", "a", "s"])
  })
  it("reach so many steps around a node", () => {
    expect(ids(around(chain, "s", 0))).toEqual(["s"])
    expect(ids(around(chain, "s", 1))).toEqual(["a", "s", "x"])
    expect(ids(around(chain, "missing", 3))).toEqual([])
    expect(ids(around(chain, "P", 1))).toEqual(["G", "H", "P", "b"])
  })
})

describe("folding objectives", () => {
  it("rolls links up to the goal, the strongest of a kind, and opens on demand", () => {
    const folded = foldObjectives(chain)
    expect(ids(folded)).not.toContain("O")
    expect(folded.nodes.find(({ id }) => id === "G")?.foldedCount).toBe(1)
    expect(folded.links.filter(({ from, relation }) => from === "a" && relation === "contributes to").map(({ to, strength }) => [to, strength])).toEqual([["G", 9]])
    expect(ids(foldObjectives(chain, new Set(["G"])))).toContain("O")
  })
})

describe("trace", () => {
  it("goes up to the pillars and down to the applications, not to siblings", () => {
    const { steps, edgeIds, stepCount } = trace(foldObjectives(filterGraph(chain, { kinds: new Set(["goal", "initiative", "service", "application"]) })), "a")
    expect(Object.fromEntries(steps)).toEqual({ a: 3, G: 2, P: 1, s: 4, x: 5 })
    expect(edgeIds.size).toBe(4)
    expect(stepCount).toBe(5)
  })
  it("follows a pillar's link to the goals it reaches, both ways", () => {
    expect([...trace(chain, "H").steps.keys()].sort()).toEqual(["H", "P", "b", "t", "y"])
    expect([...trace(chain, "y").steps.keys()].sort()).toEqual(["G", "H", "P", "b", "t", "y"])
    expect(trace(chain, "missing").steps.size).toBe(0)
  })
  it("is always part of the graph and holds its start; what is down from me has me up", () => {
    fc.assert(fc.property(fc.integer(), fc.nat(), (seed, at) => {
      const graph = companyGraph(seed, 40)
      const start = graph.nodes[at % graph.nodes.length]?.id ?? ""
      const { steps, edgeIds } = trace(graph, start)
      const all = new Set(graph.nodes.map(({ id }) => id))
      const edges = new Map(mapEdges(graph).map((edge) => [edge.id, edge]))
      expect(steps.has(start)).toBe(true)
      expect([...steps.keys()].every((id) => all.has(id))).toBe(true)
      expect([...edgeIds].every((id) => steps.has(edges.get(id)?.left ?? "") && steps.has(edges.get(id)?.right ?? ""))).toBe(true)
      for (const other of [...steps.keys()].slice(0, 5)) expect(trace(graph, other).steps.has(start)).toBe(true)
    }))
  })
})
