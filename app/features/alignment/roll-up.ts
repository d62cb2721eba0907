/** Owns the size rule of the map: above 300 nodes records gather under their parents, with counted edges, opened on demand. */
import type { Graph, GraphNode, Relation, Strength } from "~/features/alignment/graph"
import { groupTree, type Entry, type Group } from "~/features/alignment/group-tree"
import { columnOf, mapColumns, mapEdges, type MapColumn, type MapEdge } from "~/features/alignment/map-edges"
import { placePaths } from "~/features/alignment/map-places"
import { servingModel } from "~/features/alignment/serving"

export const visibleLimit = 300

export interface MapGroup {
  count: number
  memberIds: readonly string[]
  /** "12 initiatives of Cut order time" */
  label: string
  of: { id: string; code: string; name: string } | null
}

export interface MapNode {
  /** The record's id, or the group's key as used in `open`. */
  id: string
  column: MapColumn
  sortKey: string
  record: GraphNode | null
  group: MapGroup | null
}

export interface VisibleEdge {
  id: string
  left: string
  right: string
  role: MapEdge["role"]
  /** every edge of records behind it is only implied */
  indirect: boolean
  relations: readonly Relation[]
  strength: Strength | null
  isPrimary: boolean
  /** Edges of records behind this one. */
  count: number
  /** The links behind an edge between two records; empty when an end is a group. */
  linkIds: readonly string[]
}

export interface MapView {
  nodes: readonly MapNode[]
  edges: readonly VisibleEdge[]
  isRolledUp: boolean
  /** Where each record is seen: its own id or its group's. */
  placeOf: ReadonlyMap<string, string>
  /** Groups that were opened, to close them again. */
  opened: readonly { id: string; label: string }[]
  /** Edges hidden inside groups. */
  insideCount: number
  /** Records in each column, groups counted by their members. */
  columnCounts: Readonly<Partial<Record<MapColumn, number>>>
}

/**
 * Gives what the map shows of a filtered, folded graph. Up to `limit` nodes every record is shown; above, whole levels open
 * from the left while they fit, so the same records always look the same. Groups named in `open` show what they hold.
 */
export function rollUp(graph: Graph, options: { open?: ReadonlySet<string>; limit?: number } = {}): MapView {
  const limit = options.limit ?? visibleLimit
  const model = servingModel(graph)
  const byColumn = new Map<MapColumn, GraphNode[]>()
  for (const node of graph.nodes) {
    const column = columnOf(node, model.levels.get(node.id))
    const list = byColumn.get(column)
    if (list === undefined) byColumn.set(column, [node])
    else list.push(node)
  }
  const present = mapColumns.filter((column) => byColumn.has(column))
  const cap = Math.max(2, Math.floor(limit / Math.max(1, present.length)))
  // Fitting graphs skip the tree: every record is its own entry.
  const fits = graph.nodes.length <= limit
  const paths = fits ? new Map<string, readonly string[]>() : placePaths(model)
  const fronts = present.map((column): readonly Entry[] => {
    const nodes = byColumn.get(column) ?? []
    return fits ? nodes.map((node) => ({ kind: "record", id: node.id, node })) : groupTree(column, nodes, paths, model.index.nodes, cap)
  })
  const opened: Group[] = []
  const shown = openLevels(fronts, limit).map((front) => front.flatMap((entry) => openGroups(entry, options.open ?? new Set(), opened)))
  const placeOf = new Map<string, string>()
  const nodes = shown.flatMap((front, at) => front.map((entry) => {
    for (const leaf of entry.kind === "group" ? entry.leaves : [entry.node]) placeOf.set(leaf.id, entry.id)
    return mapNode(entry, present[at] ?? "work")
  }))
  const { edges, insideCount } = mergeEdges(mapEdges(graph, model), placeOf)
  const columnCounts = Object.fromEntries(present.map((column) => [column, byColumn.get(column)?.length ?? 0]))
  return {
    nodes, edges, placeOf, insideCount, columnCounts,
    isRolledUp: nodes.some((node) => node.group !== null),
    opened: opened.map((group) => ({ id: group.id, label: groupLabel(group) })),
  }
}

/** Gives the words on a group: "12 initiatives of Cut order time", "8 initiatives without a goal", "40 units, Accounts to Legal". */
export function groupLabel(group: Group): string {
  const count = group.leaves.length
  const what = `${count} ${nouns[group.column][count === 1 ? 0 : 1]}`
  const whose = group.of === null ? belonging(group) : ` ${group.column === "person" ? "around" : "of"} ${group.of.name}`
  return group.range === null ? `${what}${whose}` : `${what}${whose}, ${group.range.from} to ${group.range.to}`
}

const nouns: Readonly<Record<MapColumn, readonly [string, string]>> = {
  pillar: ["pillar", "pillars"],
  goal: ["goal", "goals"],
  work: ["initiative", "initiatives"],
  capability: ["capability", "capabilities"],
  service: ["service", "services"],
  application: ["application", "applications"],
  unit: ["unit", "units"],
  person: ["person or group", "people and groups"],
}

function belonging(group: Group): string {
  if (group.id.includes(".loose")) return " of services not tied to a goal"
  return group.id.includes(".none") ? ` ${placeless[group.column] ?? ""}` : ""
}

const placeless: Readonly<Partial<Record<MapColumn, string>>> = {
  work: "without a goal",
  service: "not tied to a goal",
  application: "without a service",
}

// Whole levels only: a column where some goals show their work and others do not would read as a finding. A group too long to
// open at once stays closed, since ranges by name tell nobody anything until somebody asks for them.
function openLevels(fronts: readonly (readonly Entry[])[], limit: number): (readonly Entry[])[] {
  const current = [...fronts]
  let total = current.reduce((sum, front) => sum + front.length, 0)
  let changed = true
  while (changed) {
    changed = false
    current.forEach((front, at) => {
      if (!front.some(opensByItself)) return
      const next = front.flatMap((entry) => (opensByItself(entry) ? entry.children : [entry]))
      if (total - front.length + next.length > limit) return
      total += next.length - front.length
      current[at] = next
      changed = true
    })
  }
  return current
}

function opensByItself(entry: Entry): entry is Group {
  return entry.kind === "group" && !entry.children.some((child) => child.kind === "group" && child.range !== null)
}

function openGroups(entry: Entry, open: ReadonlySet<string>, opened: Group[]): readonly Entry[] {
  if (entry.kind === "record" || !open.has(entry.id)) return [entry]
  opened.push(entry)
  return entry.children.flatMap((child) => openGroups(child, open, opened))
}

function mapNode(entry: Entry, column: MapColumn): MapNode {
  if (entry.kind === "record") return { id: entry.id, column, sortKey: entry.node.sortKey, record: entry.node, group: null }
  const of = entry.of === null ? null : { id: entry.of.id, code: entry.of.code, name: entry.of.name }
  const group = { count: entry.leaves.length, memberIds: entry.leaves.map(({ id }) => id), label: groupLabel(entry), of }
  return { id: entry.id, column, sortKey: entry.sortKey, record: null, group }
}

function mergeEdges(edges: readonly MapEdge[], placeOf: ReadonlyMap<string, string>): { edges: VisibleEdge[]; insideCount: number } {
  const merged = new Map<string, { edge: VisibleEdge; relations: Set<Relation>; linkIds: string[] }>()
  let insideCount = 0
  for (const edge of edges) {
    const [left, right] = [placeOf.get(edge.left), placeOf.get(edge.right)]
    if (left === undefined || right === undefined) continue
    if (left === right) {
      insideCount += 1
      continue
    }
    const betweenRecords = left === edge.left && right === edge.right
    const id = `${edge.role}:${left}>${right}`
    const known = merged.get(id)
    if (known === undefined) {
      const { role, strength, isPrimary, indirect } = edge
      const linkIds = betweenRecords && edge.linkId !== null ? [edge.linkId] : []
      const relations = new Set([edge.relation])
      merged.set(id, { edge: { id, left, right, role, indirect, relations: [], strength, isPrimary, count: 1, linkIds }, relations, linkIds })
      continue
    }
    known.relations.add(edge.relation)
    known.edge.count += 1
    known.edge.indirect &&= edge.indirect
    known.edge.isPrimary ||= edge.isPrimary
    if ((edge.strength ?? 0) > (known.edge.strength ?? 0)) known.edge.strength = edge.strength
    if (betweenRecords && edge.linkId !== null) known.linkIds.push(edge.linkId)
  }
  return { edges: [...merged.values()].map(({ edge, relations }) => ({ ...edge, relations: [...relations].sort() })), insideCount }
}
