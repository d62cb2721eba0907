/** Owns the layout of the map: the order of nodes within fixed columns and their positions, the same for the same records. */
import { countCrossings, type LaidEdge } from "~/features/alignment/crossings"
import { byName } from "~/features/alignment/graph"
import { mapColumns, type MapColumn } from "~/features/alignment/map-edges"

export interface LayoutNode {
  id: string
  column: MapColumn
  sortKey: string
  /** Height of its card in pixels, when it is not the usual one. */
  height?: number
}

export interface LayoutEdge {
  left: string
  right: string
}

export interface Position {
  id: string
  x: number
  y: number
  column: MapColumn
  height: number
}

export interface Layout {
  positions: readonly Position[]
  columns: readonly { column: MapColumn; x: number }[]
  crossings: number
  width: number
  height: number
}

export interface LayoutSizes {
  columnWidth: number
  columnGap: number
  rowHeight: number
  rowGap: number
}

/** Sizes in pixels of the usual card and the space around it. */
export const layoutSizes: LayoutSizes = { columnWidth: 200, columnGap: 50, rowHeight: 66, rowGap: 14 }

const sweeps = 8
const exchangePasses = 6

interface Ordering {
  columns: number[][]
  columnAt: Int32Array
  place: Float64Array
  toLeft: number[][]
  toRight: number[][]
  edges: LaidEdge[]
}

/**
 * Gives every node's place: columns in their fixed order, within them the order with the fewest crossings found by
 * barycentre sweeps (Sugiyama, Tagawa and Toda, 1981) and exchanges of neighbours. Cards never overlap; the order in which
 * nodes and edges are given has no effect. Edges within a column and to unknown nodes count for nothing.
 */
export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], sizes: Partial<LayoutSizes> = {}): Layout {
  const size = { ...layoutSizes, ...sizes }
  const sorted = [...nodes].sort((a, b) => mapColumns.indexOf(a.column) - mapColumns.indexOf(b.column) || byName(a, b))
  const present = mapColumns.filter((column) => sorted.some((node) => node.column === column))
  const ordering = startOrdering(sorted, present, edges)
  const crossings = improve(ordering)
  const heights = sorted.map((node) => node.height ?? size.rowHeight)
  const tall = ordering.columns.map((column) => column.reduce((sum, node) => sum + (heights[node] ?? 0) + size.rowGap, -size.rowGap))
  const height = Math.max(0, ...tall)
  const positions: Position[] = []
  ordering.columns.forEach((column, at) => {
    let y = Math.round((height - (tall[at] ?? 0)) / 2)
    for (const index of column) {
      const node = sorted[index]
      if (node === undefined) continue
      const own = heights[index] ?? size.rowHeight
      positions.push({ id: node.id, x: at * (size.columnWidth + size.columnGap), y, column: node.column, height: own })
      y += own + size.rowGap
    }
  })
  return {
    positions,
    columns: present.map((column, at) => ({ column, x: at * (size.columnWidth + size.columnGap) })),
    crossings,
    width: Math.max(0, present.length * (size.columnWidth + size.columnGap) - size.columnGap),
    height,
  }
}

/** Gives the crossings of nodes drawn in the order given, the yardstick for the order found. */
export function crossingsInOrder(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): number {
  const present = mapColumns.filter((column) => nodes.some((node) => node.column === column))
  const ordering = startOrdering(nodes, present, edges)
  return countCrossings(ordering.edges, ordering.columnAt, ordering.place, ordering.columns.length)
}

function startOrdering(nodes: readonly LayoutNode[], present: readonly MapColumn[], edges: readonly LayoutEdge[]): Ordering {
  const indexOf = new Map(nodes.map((node, at) => [node.id, at]))
  const columnAt = Int32Array.from(nodes, (node) => present.indexOf(node.column))
  const columns: number[][] = present.map(() => [])
  nodes.forEach((_, at) => columns[columnAt[at] ?? 0]?.push(at))
  const laid: LaidEdge[] = []
  for (const { left, right } of edges) {
    const [a, b] = [indexOf.get(left), indexOf.get(right)]
    if (a === undefined || b === undefined || columnAt[a] === columnAt[b]) continue
    laid.push((columnAt[a] ?? 0) < (columnAt[b] ?? 0) ? { from: a, to: b } : { from: b, to: a })
  }
  // Sums of doubles depend on their order, so the edges get one order whatever order they came in.
  laid.sort((a, b) => a.from - b.from || a.to - b.to)
  const toLeft: number[][] = nodes.map(() => [])
  const toRight: number[][] = nodes.map(() => [])
  for (const { from, to } of laid) {
    toRight[from]?.push(to)
    toLeft[to]?.push(from)
  }
  const ordering: Ordering = { columns, columnAt, place: new Float64Array(nodes.length), toLeft, toRight, edges: laid }
  for (const column of columns) setPlaces(ordering, column)
  return ordering
}

function improve(ordering: Ordering): number {
  const count = (): number => countCrossings(ordering.edges, ordering.columnAt, ordering.place, ordering.columns.length)
  let best = ordering.columns.map((column) => [...column])
  let fewest = count()
  const keepIfBetter = (): boolean => {
    const crossings = count()
    if (crossings >= fewest) return false
    fewest = crossings
    best = ordering.columns.map((column) => [...column])
    return true
  }
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    for (let at = 1; at < ordering.columns.length; at += 1) sortByNeighbours(ordering, at, ordering.toLeft)
    keepIfBetter()
    for (let at = ordering.columns.length - 2; at >= 0; at -= 1) sortByNeighbours(ordering, at, ordering.toRight)
    keepIfBetter()
  }
  restore(ordering, best)
  for (let pass = 0; pass < exchangePasses && fewest > 0; pass += 1) {
    let exchanged = false
    for (const column of ordering.columns) exchanged = exchangeNeighbours(ordering, column) || exchanged
    if (!exchanged || !keepIfBetter()) break
  }
  restore(ordering, best)
  return fewest
}

function sortByNeighbours(ordering: Ordering, at: number, neighbours: readonly number[][]): void {
  const column = ordering.columns[at] ?? []
  const wish = new Map<number, number>()
  for (const node of column) {
    const list = neighbours[node] ?? []
    let sum = 0
    for (const other of list) sum += ordering.place[other] ?? 0
    // A node that has no neighbour on this side stays about where it is.
    wish.set(node, list.length === 0 ? (ordering.place[node] ?? 0) : sum / list.length)
  }
  column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a - b)
  setPlaces(ordering, column)
}

function exchangeNeighbours(ordering: Ordering, column: number[]): boolean {
  let exchanged = false
  for (let at = 0; at + 1 < column.length; at += 1) {
    const [upper, lower] = [column[at] ?? 0, column[at + 1] ?? 0]
    if (pairCrossings(ordering, upper, lower) <= pairCrossings(ordering, lower, upper)) continue
    column[at] = lower
    column[at + 1] = upper
    exchanged = true
  }
  if (exchanged) setPlaces(ordering, column)
  return exchanged
}

function pairCrossings(ordering: Ordering, upper: number, lower: number): number {
  let crossings = 0
  for (const neighbours of [ordering.toLeft, ordering.toRight]) {
    for (const a of neighbours[upper] ?? []) {
      const height = ordering.place[a] ?? 0
      for (const b of neighbours[lower] ?? []) if (height > (ordering.place[b] ?? 0)) crossings += 1
    }
  }
  return crossings
}

function restore(ordering: Ordering, columns: readonly (readonly number[])[]): void {
  ordering.columns = columns.map((column) => [...column])
  for (const column of ordering.columns) setPlaces(ordering, column)
}

function setPlaces(ordering: Ordering, column: readonly number[]): void {
  column.forEach((node, at) => {
    ordering.place[node] = (at + 0.5) / column.length
  })
}
