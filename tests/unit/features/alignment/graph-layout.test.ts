/** Proves the layout: exact crossings, no overlap, one result whatever the order of the input, and clearly fewer crossings. */
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { countCrossings } from "~/features/alignment/crossings"
import { crossingsInOrder, layOut, type LayoutEdge, type LayoutNode } from "~/features/alignment/graph-layout"
import { mapColumns } from "~/features/alignment/map-edges"
import { clusteredGraph, seeded, uniformGraph } from "../../../bench/graphs"

// Thousands of random graphs take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const smallGraph = fc.record({
  columns: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 }),
  ends: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 80 }),
  shuffle: fc.integer(),
}).map(({ columns, ends, shuffle }) => ({
  nodes: columns.map((column, at): LayoutNode => ({ id: `n${at}`, column: mapColumns[column] ?? "goal", sortKey: `k${at % 5}`, height: 40 + (at % 3) * 30 })),
  edges: ends.map(([a, b]): LayoutEdge => ({ left: `n${a}`, right: `n${b}` })),
  shuffle,
}))

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seeded(seed)
  return list.map((value) => ({ value, key: random() })).sort((a, b) => a.key - b.key).map(({ value }) => value)
}

describe("crossings", () => {
  it("are exact for straight lines over any columns", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }), (columns, ends) => {
      // Irregular heights, so that no three lines meet in a point.
      const place = columns.map((_, at) => Math.abs(Math.sin((at + 1) * 12.9898) * 43758.5453) % 1)
      const edges = ends.flatMap(([a, b]) => {
        const [from, to] = [columns[a], columns[b]]
        if (from === undefined || to === undefined || from === to) return []
        return from < to ? [{ from: a, to: b }] : [{ from: b, to: a }]
      })
      let naive = 0
      const at = (edge: { from: number; to: number }, x: number): number => {
        const [x1, x2] = [columns[edge.from] ?? 0, columns[edge.to] ?? 0]
        const [y1, y2] = [place[edge.from] ?? 0, place[edge.to] ?? 0]
        return y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)
      }
      edges.forEach((a, first) => edges.slice(first + 1).forEach((b) => {
        if (a.from === b.from || a.to === b.to) return
        const [start, end] = [Math.max(columns[a.from] ?? 0, columns[b.from] ?? 0), Math.min(columns[a.to] ?? 0, columns[b.to] ?? 0)]
        if (start < end && (at(a, start) - at(b, start)) * (at(a, end) - at(b, end)) < 0) naive += 1
      }))
      expect(countCrossings(edges, columns, place, 4)).toBe(naive)
    }), { numRuns: 300 })
  })
})

describe("layout", () => {
  it("never overlaps and holds every node once", () => {
    fc.assert(fc.property(smallGraph, ({ nodes, edges }) => {
      const { positions, crossings, height } = layOut(nodes, edges)
      expect(new Set(positions.map(({ id }) => id)).size).toBe(nodes.length)
      for (const column of mapColumns) {
        const inColumn = positions.filter((position) => position.column === column)
        expect(new Set(inColumn.map(({ x }) => x)).size).toBeLessThanOrEqual(1)
        inColumn.forEach((position, at) => {
          const next = inColumn[at + 1]
          if (next !== undefined) expect(next.y).toBeGreaterThan(position.y + position.height)
          expect(position.y).toBeGreaterThanOrEqual(0)
          expect(position.y + position.height).toBeLessThanOrEqual(height + 1)
        })
      }
      const byName = [...nodes].sort((a, b) => (a.sortKey === b.sortKey ? (a.id < b.id ? -1 : 1) : a.sortKey < b.sortKey ? -1 : 1))
      expect(crossings).toBeLessThanOrEqual(crossingsInOrder(byName, edges))
    }))
  })

  it("is the same whatever order nodes and edges come in", () => {
    fc.assert(fc.property(smallGraph, ({ nodes, edges, shuffle }) => {
      expect(layOut(shuffled(nodes, shuffle), shuffled(edges, shuffle))).toEqual(layOut(nodes, edges))
    }))
  })

  it("leaves at most a third of the crossings of a clustered graph, half of a uniform one", () => {
    for (const seed of [1, 2, 3]) {
      const clustered = clusteredGraph(seed, 1000, 2000)
      const uniform = uniformGraph(seed, 1000, 2000)
      expect(layOut(clustered.nodes, clustered.edges).crossings / crossingsInOrder(clustered.nodes, clustered.edges)).toBeLessThanOrEqual(1 / 3)
      expect(layOut(uniform.nodes, uniform.edges).crossings / crossingsInOrder(uniform.nodes, uniform.edges)).toBeLessThanOrEqual(1 / 2)
    }
  })

  it("lays out nothing and a single node", () => {
    expect(layOut([], [])).toMatchObject({ positions: [], crossings: 0, width: 0, height: 0 })
    expect(layOut([{ id: "a", column: "work", sortKey: "a" }], []).positions).toEqual([{ id: "a", x: 0, y: 0, column: "work", height: 66 }])
  })
})
