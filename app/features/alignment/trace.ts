/** Owns the trace: what a record serves, up to the pillars, and what serves it, down to the applications. */
import type { Graph } from "~/features/alignment/graph"
import { columnsOf, mapColumns, mapEdges, type MapColumn, type MapEdge } from "~/features/alignment/map-edges"

export interface Trace {
  /** The step of every node in the chain, by its column from 1 on. */
  steps: ReadonlyMap<string, number>
  /** The drawn edges of the chain. */
  edgeIds: ReadonlySet<string>
  /** Steps there can be: "1 of 5". */
  stepCount: number
}

type TraceEdge = Pick<MapEdge, "id" | "left" | "right" | "role">

const alwaysThere: ReadonlySet<MapColumn> = new Set(["pillar", "goal", "work", "service", "application"])

/** Gives the chain of a node through the graph: upstream and downstream, never its siblings; empty for an unknown id. */
export function trace(graph: Graph, id: string): Trace {
  return traceEdges(columnsOf(graph), mapEdges(graph), id)
}

/** Gives the same over columns and edges at hand, such as those of a rolled-up map in the browser. */
export function traceEdges(columns: ReadonlyMap<string, MapColumn>, edges: readonly TraceEdge[], id: string): Trace {
  const present = new Set(columns.values())
  const numbered = mapColumns.filter((column) => alwaysThere.has(column) || present.has(column))
  const steps = new Map<string, number>()
  const edgeIds = new Set<string>()
  if (columns.has(id)) {
    const toLeft = new Map<string, TraceEdge[]>()
    const toRight = new Map<string, TraceEdge[]>()
    for (const edge of edges) {
      if (edge.role === "aside") continue
      collect(toLeft, edge.right, edge)
      collect(toRight, edge.left, edge)
    }
    for (const node of [...walk(id, toLeft, "left", edgeIds), ...walk(id, toRight, "right", edgeIds)]) {
      const column = columns.get(node)
      if (column !== undefined) steps.set(node, numbered.indexOf(column) + 1)
    }
  }
  return { steps, edgeIds, stepCount: numbered.length }
}

function walk(
  start: string,
  edgesAt: ReadonlyMap<string, readonly TraceEdge[]>,
  side: "left" | "right",
  edgeIds: Set<string>,
): Set<string> {
  const reached = new Set([start])
  const queue = [start]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of edgesAt.get(at) ?? []) {
      if (edge.role === "chain") edgeIds.add(edge.id)
      const next = edge[side]
      if (reached.has(next)) continue
      reached.add(next)
      queue.push(next)
    }
  }
  return reached
}

function collect(lists: Map<string, TraceEdge[]>, key: string, edge: TraceEdge): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [edge])
  else list.push(edge)
}
