/** Owns the alignment graph: its nodes and links, the index over them, and the cuts by kind and distance. */
import type { GoalHealth } from "~/features/goals/goal-progress"
import type { DeliveryHealth } from "~/features/initiatives/delivery-health"

/** A person or named group stands on the map alone, never in the graph that figures are made of. */
export type NodeKind = "goal" | "initiative" | "service" | "application" | "capability" | "unit" | "person"
export type GoalLevel = "pillar" | "goal" | "objective"
export type HealthState = GoalHealth | DeliveryHealth
export type Strength = 1 | 3 | 9
/** How somebody stands to what they are asked about, the strongest first. */
export const tieRelations = ["heard", "must be heard", "invited", "to be asked", "affected"] as const
export type TieRelation = (typeof tieRelations)[number]
export type Relation = ChainRelation | TieRelation
export type ChainRelation =
  | "part of" | "contributes to" | "requires" | "introduces" | "improves" | "replaces" | "retires"
  | "enables" | "supports" | "delivers" | "uses" | "affects"

export interface GraphNode {
  id: string
  kind: NodeKind
  code: string
  name: string
  sortKey: string
  /** Goal status, initiative status or application lifecycle. */
  status: string | null
  /** Goal, capability and unit: what it is part of. */
  parentId: string | null
  /** Goals: where they stand in the whole graph; stamped by cuts, which may remove the parent that would tell. */
  level?: GoalLevel
  weight?: number
  ownerId: string | null
  ownerName: string | null
  /** Units this node is tied to, for the unit filter. */
  unitIds: string[]
  /** Initiatives: decimal amount by financial year; absent or empty is no budget, "0" is one. */
  budgets?: Record<number, string>
  yearlyCost?: string | null
  seats?: number | null
  health?: HealthState | null
  progress?: number | null
  startsOn?: string | null
  endsOn?: string | null
  /** Goals: measures that are not archived. */
  measureCount?: number
  /** Goals: objectives folded into this one. */
  foldedCount?: number
  /** People and groups: what they are tied to among the records shown, in the order of names. */
  ties?: readonly Tie[]
}

export interface Tie {
  relation: TieRelation
  code: string
  name: string
}

export interface GraphLink {
  id: string
  from: string
  to: string
  relation: Relation
  strength?: Strength
  isPrimary?: boolean
  reason?: string | null
  /** accepted from a file that only implied it, through what we have no word for */
  indirect?: true
  createdOrder?: number
}

/** Archived records and their links are absent; "part of" is read from parentId and is no link. */
export interface Graph {
  nodes: readonly GraphNode[]
  links: readonly GraphLink[]
}

export interface GraphIndex {
  graph: Graph
  nodes: ReadonlyMap<string, GraphNode>
  byKind: ReadonlyMap<NodeKind, readonly GraphNode[]>
  children: ReadonlyMap<string, readonly GraphNode[]>
  linksFrom: ReadonlyMap<string, readonly GraphLink[]>
  linksTo: ReadonlyMap<string, readonly GraphLink[]>
}

/** The relations by which an initiative changes a service, an application or a capability. */
export const changeRelations: ReadonlySet<Relation> = new Set(["introduces", "improves", "replaces", "retires"])
/** The stages in which an initiative is active: it counts as work under way. */
export const activeStatuses: ReadonlySet<string> = new Set(["approved", "in progress"])
/** The stages in which an initiative is open: neither completed nor cancelled. */
export const openStatuses: ReadonlySet<string> = new Set(["idea", "proposed", "approved", "in progress", "on hold"])

/** Gives the graph's lookups, built once; a link with an end that is not in the graph is left out. */
export function indexGraph(graph: Graph): GraphIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const byKind = new Map<NodeKind, GraphNode[]>()
  const children = new Map<string, GraphNode[]>()
  const linksFrom = new Map<string, GraphLink[]>()
  const linksTo = new Map<string, GraphLink[]>()
  for (const node of graph.nodes) {
    append(byKind, node.kind, node)
    if (node.parentId !== null && nodes.has(node.parentId)) append(children, node.parentId, node)
  }
  for (const link of graph.links) {
    if (!nodes.has(link.from) || !nodes.has(link.to)) continue
    append(linksFrom, link.from, link)
    append(linksTo, link.to, link)
  }
  return { graph, nodes, byKind, children, linksFrom, linksTo }
}

/** Gives the level of every goal: no parent pillar, below it goal, below that objective; a stamped level stays. */
export function goalLevels(index: GraphIndex): Map<string, GoalLevel> {
  const levels = new Map<string, GoalLevel>()
  for (const goal of index.byKind.get("goal") ?? []) levels.set(goal.id, goal.level ?? levelByDepth(index, goal))
  return levels
}

/** Gives the graph cut to the nodes to keep and the links between them, every goal stamped with its level; `index` is the graph's own, when at hand. */
export function subgraph(graph: Graph, keep: (node: GraphNode) => boolean, index: GraphIndex = indexGraph(graph)): Graph {
  const levels = goalLevels(index)
  const kept = new Set<string>()
  const nodes: GraphNode[] = []
  for (const node of graph.nodes) {
    if (!keep(node)) continue
    kept.add(node.id)
    const level = levels.get(node.id)
    nodes.push(level === undefined || node.level === level ? node : { ...node, level })
  }
  return { nodes, links: graph.links.filter((link) => kept.has(link.from) && kept.has(link.to)) }
}

/** Gives the graph with only these kinds of nodes. */
export function keepKinds(graph: Graph, kinds: ReadonlySet<NodeKind>): Graph {
  return subgraph(graph, (node) => kinds.has(node.kind))
}

/** Gives the node and all within so many steps of it in any direction, "part of" included; an unknown id gives nothing. */
export function around(graph: Graph, id: string, depth: number): Graph {
  const index = indexGraph(graph)
  const reached = new Set<string>(index.nodes.has(id) ? [id] : [])
  let rim = [...reached]
  for (let step = 0; step < depth && rim.length > 0; step += 1) {
    const next: string[] = []
    for (const at of rim) {
      for (const neighbour of neighbours(index, at)) {
        if (reached.has(neighbour)) continue
        reached.add(neighbour)
        next.push(neighbour)
      }
    }
    rim = next
  }
  return subgraph(graph, (node) => reached.has(node.id), index)
}

/** Gives -1, 0 or 1 in the one order of records everywhere: sort key, then id. */
export function byName(a: { sortKey: string; id: string }, b: { sortKey: string; id: string }): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function neighbours(index: GraphIndex, id: string): string[] {
  const parentId = index.nodes.get(id)?.parentId ?? null
  return [
    ...(index.linksFrom.get(id) ?? []).map((link) => link.to),
    ...(index.linksTo.get(id) ?? []).map((link) => link.from),
    ...(index.children.get(id) ?? []).map((child) => child.id),
    ...(parentId !== null && index.nodes.has(parentId) ? [parentId] : []),
  ]
}

function levelByDepth(index: GraphIndex, goal: GraphNode): GoalLevel {
  const parent = goal.parentId === null ? undefined : index.nodes.get(goal.parentId)
  if (parent === undefined) return "pillar"
  const above = parent.parentId === null ? undefined : index.nodes.get(parent.parentId)
  return above === undefined ? "goal" : "objective"
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
