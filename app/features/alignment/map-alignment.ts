/** Owns the heights of cards after their order is known: each stands beside what it is linked to, and no two overlap. */
import type { LayoutEdge, Position } from "~/features/alignment/graph-layout"

const passes = 4

/**
 * Gives the same positions with new heights: the tallest column stays, the others move towards the middle of their
 * neighbours. The order within a column, the gaps and the whole height are kept, and so are the crossings.
 */
export function alignColumns(positions: readonly Position[], edges: readonly LayoutEdge[], gap: number): Position[] {
  const placed = new Map(positions.map((position) => [position.id, { ...position }]))
  const columns = new Map<number, Position[]>()
  for (const position of placed.values()) columns.set(position.x, [...(columns.get(position.x) ?? []), position])
  const neighbours = new Map<string, Position[]>()
  for (const { left, right } of edges) {
    const [a, b] = [placed.get(left), placed.get(right)]
    if (a === undefined || b === undefined || a.x === b.x) continue
    neighbours.set(left, [...(neighbours.get(left) ?? []), b])
    neighbours.set(right, [...(neighbours.get(right) ?? []), a])
  }
  const room = Math.max(0, ...positions.map((position) => position.y + position.height))
  const sizeOf = (column: readonly Position[]) => column.reduce((sum, { height }) => sum + height + gap, -gap)
  const tallest = [...columns.values()].reduce<readonly Position[]>((best, column) => (sizeOf(column) > sizeOf(best) ? column : best), [])
  // From the tallest column outwards, then back and forth until all have settled.
  const order = [...columns.values()].filter((column) => column !== tallest).sort((a, b) => distance(a, tallest) - distance(b, tallest) || (a[0]?.x ?? 0) - (b[0]?.x ?? 0))
  for (let pass = 0; pass < passes; pass += 1) for (const column of order) settle(column, neighbours, room, gap)
  return positions.map((position) => placed.get(position.id) ?? position)
}

function distance(column: readonly Position[], other: readonly Position[]): number {
  return Math.abs((column[0]?.x ?? 0) - (other[0]?.x ?? 0))
}

/** The nearest heights to those wished for that keep order and gaps (isotonic regression by pooling adjacent violators). */
function settle(column: Position[], neighbours: ReadonlyMap<string, readonly Position[]>, room: number, gap: number): void {
  let offset = 0
  const blocks: { sum: number; weight: number; members: number[] }[] = []
  const offsets: number[] = []
  column.forEach((card, at) => {
    const linked = neighbours.get(card.id) ?? []
    const middle = linked.reduce((sum, other) => sum + other.y + other.height / 2, 0) / linked.length
    const wish = linked.length === 0 ? card.y : middle - card.height / 2
    // A card without neighbours gives way to one that has some.
    const weight = linked.length === 0 ? 0.01 : 1
    offsets.push(offset)
    let block = { sum: (wish - offset) * weight, weight, members: [at] }
    offset += card.height + gap
    for (let last = blocks.at(-1); last !== undefined && last.sum / last.weight > block.sum / block.weight; last = blocks.at(-1)) {
      blocks.pop()
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, members: [...last.members, ...block.members] }
    }
    blocks.push(block)
  })
  const lowest = Math.max(0, room - (offset - gap))
  for (const { sum, weight, members } of blocks) {
    const start = Math.min(lowest, Math.max(0, sum / weight))
    for (const at of members) {
      const card = column[at]
      if (card !== undefined) card.y = Math.round(start + (offsets[at] ?? 0))
    }
  }
}
