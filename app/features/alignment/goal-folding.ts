/** Owns folding objectives into their goal: links roll up to the goal, and a goal opens on demand. */
import { goalLevels, indexGraph, type Graph, type GraphLink } from "~/features/alignment/graph"

/**
 * Gives the graph with every objective folded into its goal unless that goal is open. Links that meet on the goal become
 * one of their relation: the strongest, then the oldest; a goal tells how many objectives it holds folded.
 */
export function foldObjectives(graph: Graph, openGoalIds: ReadonlySet<string> = new Set()): Graph {
  const index = indexGraph(graph)
  const levels = goalLevels(index)
  const goalOf = new Map<string, string>()
  const folded = new Map<string, number>()
  for (const goal of index.byKind.get("goal") ?? []) {
    const parentId = goal.parentId
    if (levels.get(goal.id) !== "objective" || parentId === null || !index.nodes.has(parentId) || openGoalIds.has(parentId)) continue
    goalOf.set(goal.id, parentId)
    folded.set(parentId, (folded.get(parentId) ?? 0) + 1)
  }
  if (goalOf.size === 0) return graph
  const nodes = graph.nodes
    .filter((node) => !goalOf.has(node.id))
    .map((node) => {
      const level = levels.get(node.id)
      if (level === undefined) return node
      const count = folded.get(node.id)
      return count === undefined ? { ...node, level } : { ...node, level, foldedCount: count }
    })
  return { nodes, links: foldLinks(graph, goalOf, new Set(index.nodes.keys())) }
}

function foldLinks(graph: Graph, goalOf: ReadonlyMap<string, string>, known: ReadonlySet<string>): GraphLink[] {
  const links = new Map<string, GraphLink>()
  const kept: GraphLink[] = []
  const touched = new Set(goalOf.values())
  const activeObjectives = new Map(graph.nodes.filter((node) => goalOf.has(node.id)).map((node) => [node.id, node.status === "active"]))
  for (const link of graph.links) {
    if (!known.has(link.from) || !known.has(link.to)) continue
    // Only an active objective passes its links on, so that the fold shows the same serving as the figures.
    if (activeObjectives.get(link.to) === false || activeObjectives.get(link.from) === false) continue
    const from = goalOf.get(link.from) ?? link.from
    const to = goalOf.get(link.to) ?? link.to
    if (!touched.has(from) && !touched.has(to)) {
      kept.push(link)
      continue
    }
    const key = `${from} ${link.relation} ${to}`
    const rolled = from === link.from && to === link.to ? link : { ...link, from, to }
    const other = links.get(key)
    links.set(key, other === undefined ? rolled : mergeLinks(other, rolled))
  }
  return [...kept, ...links.values()]
}

function mergeLinks(a: GraphLink, b: GraphLink): GraphLink {
  const difference = (b.strength ?? 1) - (a.strength ?? 1)
  const older = (b.createdOrder ?? 0) - (a.createdOrder ?? 0) || (a.id < b.id ? 1 : -1)
  const winner = difference > 0 || (difference === 0 && older < 0) ? b : a
  const isPrimary = (a.isPrimary ?? false) || (b.isPrimary ?? false)
  return (winner.isPrimary ?? false) === isPrimary ? winner : { ...winner, isPrimary }
}
