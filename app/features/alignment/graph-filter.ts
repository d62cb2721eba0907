/** Owns the filters of the map and its table twin: kinds, relations, statuses, unit, owner, year, finished, only gaps. */
import { gapsByRecord, type Gaps } from "~/features/alignment/gaps"
import {
  indexGraph, openStatuses, subgraph, type Graph, type GraphIndex, type GraphNode, type NodeKind, type Relation,
} from "~/features/alignment/graph"

export interface GraphFilter {
  kinds?: ReadonlySet<NodeKind>
  relations?: ReadonlySet<Relation>
  /** Statuses wanted, by kind; a kind that is not named is not restricted. */
  statuses?: Partial<Record<NodeKind, ReadonlySet<string>>>
  /** Matches the unit and everything below it. */
  unitId?: string | null
  ownerId?: string | null
  /** Financial year with its first and last day: keeps work that runs or has a budget in it. */
  year?: { year: number; from: string; to: string } | null
  /** Shows completed and cancelled work, and achieved, missed and retired goals. */
  finished?: boolean
}

const finishedGoals: ReadonlySet<string> = new Set(["achieved", "missed", "retired"])

/**
 * Gives the graph as filtered. Finished records are hidden unless asked for, or named by status. A unit or owner filter keeps
 * what matches and, so that its purpose stays visible, the goals it serves and their pillars.
 */
export function filterGraph(graph: Graph, filter: GraphFilter): Graph {
  const index = indexGraph(graph)
  const passes = (node: GraphNode): boolean =>
    (filter.kinds?.has(node.kind) ?? true) && passesStatus(index, node, filter) && passesYear(node, filter)
  const units = unitsWithin(index, filter.unitId ?? null)
  const searched = units !== null || (filter.ownerId ?? null) !== null
  const passing = new Set(graph.nodes.filter(passes).map((node) => node.id))
  const kept = searched ? withPurpose(index, passing, (node) => passesUnit(node, units) && passesOwner(node, filter)) : passing
  const cut = subgraph(graph, (node) => kept.has(node.id), index)
  return filter.relations === undefined ? cut : keepRelations(cut, filter.relations)
}

/** Gives the graph cut to records in an open gap (accepted ones too when asked), with the goals and pillars above them. */
export function onlyGaps(graph: Graph, gaps: Gaps, withAccepted = false): Graph {
  const index = indexGraph(graph)
  const inGap = gapsByRecord(gaps)
  const all = new Set(index.nodes.keys())
  const kept = withPurpose(index, all, (node) => (inGap.get(node.id) ?? []).some((gap) => withAccepted || gap.acceptedUntil === null))
  return subgraph(graph, (node) => kept.has(node.id), index)
}

/** Gives the graph with links of these relations only; without "part of" goals, units and capabilities stand alone. */
export function keepRelations(graph: Graph, relations: ReadonlySet<Relation>): Graph {
  const levelled = subgraph(graph, () => true)
  const nodes = relations.has("part of")
    ? levelled.nodes
    : levelled.nodes.map((node) => (node.parentId === null ? node : { ...node, parentId: null }))
  return { nodes, links: levelled.links.filter((link) => relations.has(link.relation)) }
}

function withPurpose(index: GraphIndex, passing: ReadonlySet<string>, wanted: (node: GraphNode) => boolean): Set<string> {
  const kept = new Set<string>()
  const keepGoal = (id: string | null): void => {
    for (let at = id; at !== null && !kept.has(at); at = index.nodes.get(at)?.parentId ?? null) {
      if (!passing.has(at)) break
      kept.add(at)
    }
  }
  for (const node of index.graph.nodes) {
    if (!passing.has(node.id) || !wanted(node)) continue
    if (node.kind === "goal") keepGoal(node.id)
    else kept.add(node.id)
    if (node.kind !== "initiative") continue
    for (const link of index.linksFrom.get(node.id) ?? []) if (link.relation === "contributes to") keepGoal(link.to)
  }
  return kept
}

function passesStatus(index: GraphIndex, node: GraphNode, filter: GraphFilter): boolean {
  const wanted = filter.statuses?.[node.kind]
  if (wanted !== undefined) return wanted.has(node.status ?? "")
  if (filter.finished === true) return true
  if (node.kind === "initiative") return openStatuses.has(node.status ?? "")
  if (node.kind !== "goal" || !finishedGoals.has(node.status ?? "")) return true
  // A finished goal above one that is not finished keeps its place, or the lower one would lose its pillar.
  return (index.children.get(node.id) ?? []).some((child) => passesStatus(index, child, filter))
}

function passesYear(node: GraphNode, filter: GraphFilter): boolean {
  const year = filter.year ?? null
  if (year === null || node.kind !== "initiative") return true
  const budgeted = Object.keys(node.budgets ?? {})
  if (budgeted.includes(String(year.year))) return true
  const [startsOn, endsOn] = [node.startsOn ?? null, node.endsOn ?? null]
  // Nothing known about its time: it stays, since a missing date must not hide work.
  if (startsOn === null && endsOn === null) return budgeted.length === 0
  return (startsOn === null || startsOn <= year.to) && (endsOn === null || endsOn >= year.from)
}

function passesOwner(node: GraphNode, filter: GraphFilter): boolean {
  return (filter.ownerId ?? null) === null || node.ownerId === filter.ownerId
}

function passesUnit(node: GraphNode, units: ReadonlySet<string> | null): boolean {
  return units === null || units.has(node.id) || node.unitIds.some((id) => units.has(id))
}

function unitsWithin(index: GraphIndex, unitId: string | null): ReadonlySet<string> | null {
  if (unitId === null) return null
  const units = new Set([unitId])
  // A set grows while it is walked, so every unit below is met once.
  for (const id of units) for (const child of index.children.get(id) ?? []) if (child.kind === "unit") units.add(child.id)
  return units
}
