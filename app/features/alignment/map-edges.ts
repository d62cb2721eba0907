/** Owns the map's columns and its edges: every link and "part of" seen from left (why) to right (what runs). */
import { goalLevels, indexGraph, type Graph, type GraphNode, type GoalLevel, type Relation, type Strength } from "~/features/alignment/graph"
import { servingModel, type ServingModel } from "~/features/alignment/serving"

/** The columns from left to right; capability, unit and person appear when switched on. */
export const mapColumns = ["pillar", "goal", "work", "capability", "service", "application", "unit", "person"] as const
export type MapColumn = (typeof mapColumns)[number]

export interface MapEdge {
  id: string
  left: string
  right: string
  relation: Relation
  strength: Strength | null
  isPrimary: boolean
  /** The link behind it; null for "part of" and for a pillar's reach. */
  linkId: string | null
  /**
   * chain: drawn and followed by a trace. aside: drawn, not followed (prerequisites, units within units).
   * through: followed, not drawn (an initiative serves a goal through its pillar).
   */
  role: "chain" | "aside" | "through"
  /** accepted from a file that only implied it: drawn dashed */
  indirect: boolean
}

/** Gives the column of a node; a goal's level decides between pillar and goal. */
export function columnOf(node: GraphNode, level: GoalLevel | undefined): MapColumn {
  if (node.kind === "goal") return level === "pillar" ? "pillar" : "goal"
  return node.kind === "initiative" ? "work" : node.kind
}

/** Gives the column of every node. */
export function columnsOf(graph: Graph): Map<string, MapColumn> {
  const levels = goalLevels(indexGraph(graph))
  return new Map(graph.nodes.map((node) => [node.id, columnOf(node, levels.get(node.id))]))
}

/** Gives all edges between the graph's nodes, those that are only followed included; `model` is the graph's own, when at hand. */
export function mapEdges(graph: Graph, model: ServingModel = servingModel(graph)): MapEdge[] {
  const { nodes } = model.index
  const rank = (id: string): number => {
    const node = nodes.get(id)
    return node === undefined ? -1 : mapColumns.indexOf(columnOf(node, model.levels.get(id)))
  }
  const edges: MapEdge[] = []
  for (const node of graph.nodes) {
    if (node.parentId === null || !nodes.has(node.parentId)) continue
    edges.push({
      id: `part-of:${node.id}`, left: node.parentId, right: node.id, relation: "part of",
      strength: null, isPrimary: false, linkId: null, role: node.kind === "unit" ? "aside" : "chain", indirect: false,
    })
  }
  for (const link of graph.links) {
    if (!nodes.has(link.from) || !nodes.has(link.to)) continue
    // A prerequisite stands before what needs it.
    const turned = link.relation === "requires" || rank(link.to) < rank(link.from)
    edges.push({
      id: link.id,
      left: turned ? link.to : link.from,
      right: turned ? link.from : link.to,
      relation: link.relation,
      strength: link.strength ?? null,
      isPrimary: link.isPrimary ?? false,
      linkId: link.id,
      role: link.relation === "requires" ? "aside" : "chain",
      indirect: link.indirect === true,
    })
  }
  for (const [initiativeId, servings] of model.servings) {
    for (const { goalId, strength, via } of servings) {
      if (via !== "pillar") continue
      edges.push({
        id: `through:${initiativeId}:${goalId}`, left: goalId, right: initiativeId, relation: "contributes to",
        strength, isPrimary: false, linkId: null, role: "through", indirect: false,
      })
    }
  }
  return edges
}
