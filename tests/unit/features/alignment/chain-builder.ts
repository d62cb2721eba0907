/** Owns the small graphs of the alignment tests, written so that a test reads like the rule it proves. */
import type { Graph, GraphLink, GraphNode, NodeKind, Relation, Strength } from "~/features/alignment/graph"

const codes: Record<NodeKind, string> = { goal: "G", initiative: "I", service: "S", application: "A", capability: "C", unit: "U", person: "P" }

/** Gives a node of this kind named by its id; parts given win. */
export function aNode(kind: NodeKind, id: string, parts: Partial<GraphNode> = {}): GraphNode {
  const status = kind === "goal" || kind === "application" ? "active" : kind === "initiative" ? "in progress" : null
  const goalParts = kind === "goal" ? { measureCount: 1 } : {}
  return {
    id, kind, code: `${codes[kind]}-${id}`, name: id, sortKey: id, status,
    parentId: null, ownerId: "p1", ownerName: "A. Kim", unitIds: [], ...goalParts, ...parts,
  }
}

/** Gives a link; a number is its strength. */
export function aLink(from: string, relation: Relation, to: string, strength?: Strength, parts: Partial<GraphLink> = {}): GraphLink {
  return { id: `${from}|${relation}|${to}`, from, to, relation, ...(strength === undefined ? {} : { strength }), ...parts }
}

/** Gives a pillar P with a goal for every weight: g1, g2, ... */
export function goalsWeighing(...weights: number[]): GraphNode[] {
  return [aNode("goal", "P"), ...weights.map((weight, at) => aNode("goal", `g${at + 1}`, { parentId: "P", weight }))]
}

/** Gives the graph of these nodes and links. */
export function graphOf(nodes: GraphNode[], links: GraphLink[] = []): Graph {
  return { nodes, links }
}
