/** Proves the size rule: at most 300 shown, nothing lost, nothing counted twice, opened on demand. */
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { foldObjectives } from "~/features/alignment/goal-folding"
import { filterGraph } from "~/features/alignment/graph-filter"
import { mapEdges } from "~/features/alignment/map-edges"
import { rollUp, visibleLimit } from "~/features/alignment/roll-up"
import { companyGraph } from "../../../bench/graphs"
import { aLink, aNode, graphOf } from "./chain-builder"

// Thousands of random graphs take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

function conserves(graph: Parameters<typeof rollUp>[0], open: ReadonlySet<string>, limit?: number): void {
  const view = rollUp(graph, { open, ...(limit === undefined ? {} : { limit }) })
  const members = view.nodes.flatMap((node) => node.group?.memberIds ?? [node.id])
  expect([...members].sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
  expect(new Set(view.nodes.map(({ id }) => id)).size).toBe(view.nodes.length)
  expect(view.edges.reduce((sum, edge) => sum + edge.count, view.insideCount)).toBe(mapEdges(graph).length)
  const shown = new Set(view.nodes.map(({ id }) => id))
  expect(view.edges.every((edge) => shown.has(edge.left) && shown.has(edge.right) && edge.left !== edge.right)).toBe(true)
}

describe("roll-up", () => {
  it("shows every record while they fit", () => {
    const view = rollUp(companyGraph(1, 100))
    expect(view.isRolledUp).toBe(false)
    expect(view.nodes.every(({ group }) => group === null)).toBe(true)
  })

  it("conserves records and edges at any size, limit and opening", () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 10, max: 250 }), fc.integer({ min: 20, max: 120 }), fc.nat(), (seed, size, limit, pick) => {
      const graph = companyGraph(seed, size)
      const closed = rollUp(graph, { limit })
      expect(closed.nodes.length).toBeLessThanOrEqual(limit)
      conserves(graph, new Set(), limit)
      const groups = closed.nodes.filter(({ group }) => group !== null)
      if (groups.length === 0) return
      const group = groups[pick % groups.length]
      conserves(graph, new Set([group?.id ?? ""]), limit)
      const opened = rollUp(graph, { limit, open: new Set([group?.id ?? ""]) })
      expect(opened.nodes.some(({ id }) => id === group?.id)).toBe(false)
      expect(opened.opened).toEqual([{ id: group?.id, label: group?.group?.label }])
    }))
  })

  it("stays within 300 for 2,000 and 20,000 records, the same at every load", () => {
    for (const size of [2000, 20000]) {
      const graph = foldObjectives(filterGraph(companyGraph(3, size), { kinds: new Set(["goal", "initiative", "service", "application"]) }))
      const view = rollUp(graph)
      expect(view.nodes.length).toBeLessThanOrEqual(visibleLimit)
      expect(view.nodes.length).toBeGreaterThan(60)
      const turned = rollUp({ nodes: [...graph.nodes].reverse(), links: [...graph.links].reverse() })
      expect(turned.nodes.map(({ id }) => id)).toEqual(view.nodes.map(({ id }) => id))
    }
  })

  it("says what a group holds, and keeps one address for it", () => {
    const work = Array.from({ length: 12 }, (_, at) => aNode("initiative", `i${at}`, { code: `I-${at}` }))
    const lost = Array.from({ length: 8 }, (_, at) => aNode("initiative", `x${at}`, { code: `I-9${at}` }))
    const nodes = [aNode("goal", "P", { code: "G-1" }), aNode("goal", "g", { code: "G-2", parentId: "P", name: "Cut order time" }), aNode("goal", "h", { code: "G-3", parentId: "P" })]
    const graph = graphOf([...nodes, ...work, ...lost], work.map(({ id }, at) => aLink(id, "contributes to", at < 11 ? "g" : "h", 3)))
    const view = rollUp(graph, { limit: 12 })
    const groups = view.nodes.flatMap(({ id, group }) => (group === null ? [] : [[id, group.label]]))
    expect(groups).toEqual([["work.G-1.G-2", "11 initiatives of Cut order time"], ["work.none", "8 initiatives without a goal"]])
    expect(view.edges.find(({ left, right }) => left === "g" && right === "work.G-1.G-2")).toMatchObject({ count: 11, strength: 3, linkIds: [] })
    const ranges = rollUp(graph, { limit: 12, open: new Set(["work.none"]) }).nodes.filter(({ id }) => id.startsWith("work.none"))
    expect(ranges.map(({ group }) => group?.label)).toEqual(["4 initiatives without a goal, x0 to x3", "4 initiatives without a goal, x4 to x7"])
  })
})
