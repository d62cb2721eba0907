/** Owns the tree of groups in one column of a rolled-up map: records under what they belong to, never too many at once. */
import { byName, type GraphNode } from "~/features/alignment/graph"
import type { MapColumn } from "~/features/alignment/map-edges"
import { loosePlace, type PlacePath } from "~/features/alignment/map-places"

export interface Group {
  kind: "group"
  /** Made of short ids, so that it may stand in an address: "work.G-1.G-12". */
  id: string
  column: MapColumn
  sortKey: string
  /** What its members belong to; null for those that belong to nothing, and for ranges by name across a column. */
  of: GraphNode | null
  /** First and last name, when the group is one range of a longer list. */
  range: { from: string; to: string } | null
  leaves: readonly GraphNode[]
  children: readonly Entry[]
}

export interface Leaf {
  kind: "record"
  id: string
  node: GraphNode
}

export type Entry = Group | Leaf

interface Branch {
  of: GraphNode | null
  code: string
  branches: Map<string, Branch>
  leaves: GraphNode[]
}

/** Gives the top of the tree for these nodes, each level with at most `cap` entries (2 or more). */
export function groupTree(
  column: MapColumn,
  nodes: readonly GraphNode[],
  paths: ReadonlyMap<string, PlacePath>,
  records: ReadonlyMap<string, GraphNode>,
  cap: number,
): readonly Entry[] {
  const root: Branch = { of: null, code: column, branches: new Map(), leaves: [] }
  for (const node of [...nodes].sort(byName)) {
    const path = paths.get(node.id) ?? []
    let branch = root
    for (const id of path) branch = branchAt(branch, id, records.get(id) ?? null)
    // Pillars belong to nothing by nature; anything else without a place gathers where that can be seen.
    if (path.length === 0 && needsPlace(column)) branch = branchAt(root, "", null)
    branch.leaves.push(node)
  }
  return entriesOf(root, column, cap)
}

function needsPlace(column: MapColumn): boolean {
  return column === "work" || column === "service" || column === "application"
}

function branchAt(branch: Branch, key: string, of: GraphNode | null): Branch {
  const known = branch.branches.get(key)
  if (known !== undefined) return known
  const made: Branch = { of, code: `${branch.code}.${of?.code ?? (key === loosePlace ? "loose" : "none")}`, branches: new Map(), leaves: [] }
  branch.branches.set(key, made)
  return made
}

function entriesOf(branch: Branch, column: MapColumn, cap: number): readonly Entry[] {
  const groups = [...branch.branches.values()]
    .sort((a, b) => (a.of === null ? 1 : b.of === null ? -1 : byName(a.of, b.of)))
    .map((child) => entryOf(child, column, cap))
  const leaves = branch.leaves.map((node): Leaf => ({ kind: "record", id: node.id, node }))
  return inRanges([...groups, ...leaves], branch.code, column, branch.of, cap)
}

// A group of one says less than the record itself, and a group whose only child is a group says nothing new.
function entryOf(branch: Branch, column: MapColumn, cap: number): Entry {
  const children = entriesOf(branch, column, cap)
  const only = children.length === 1 ? children[0] : undefined
  return only ?? groupOf(branch.code, column, branch.of, null, children)
}

function inRanges(entries: readonly Entry[], code: string, column: MapColumn, of: GraphNode | null, cap: number): readonly Entry[] {
  if (entries.length <= cap) return entries
  const size = Math.max(cap, Math.ceil(entries.length / cap))
  const ranges: Entry[] = []
  for (let start = 0; start < entries.length; start += size) {
    const part = entries.slice(start, start + size)
    const rangeCode = `${code}.part-${ranges.length + 1}`
    const [first, last] = [part[0], part[part.length - 1]]
    if (first === undefined || last === undefined) continue
    const range = { from: nameOf(first), to: nameOf(last) }
    ranges.push(part.length === 1 ? first : groupOf(rangeCode, column, of, range, inRanges(part, rangeCode, column, of, cap)))
  }
  return ranges
}

function groupOf(id: string, column: MapColumn, of: GraphNode | null, range: Group["range"], children: readonly Entry[]): Group {
  const leaves = children.flatMap((child) => (child.kind === "group" ? child.leaves : [child.node]))
  // Groups of what belongs to nothing come last.
  const sortKey = range === null ? (of?.sortKey ?? "\uffff") : (leaves[0]?.sortKey ?? "")
  return { kind: "group", id, column, sortKey, of, range, leaves, children }
}

function nameOf(entry: Entry): string {
  if (entry.kind === "record") return entry.node.name
  return entry.of?.name ?? entry.leaves[0]?.name ?? ""
}
