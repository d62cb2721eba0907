/** Owns the heights of cards after their order is known: each stands beside what it is linked to, and no two overlap. */
import type { LayoutEdge, Position } from "~/features/alignment/graph-layout"

/**
 * Gives the same positions with new heights. The goals stand without gaps from the top, so that what the business wants is on
 * the first screen; every other column moves towards the middle of its neighbours on the goals' side. The order within a
 * column, the gaps and the crossings are kept.
 */
export function alignColumns(positions: readonly Position[], edges: readonly LayoutEdge[], gap: number): Position[] {
  const placed = new Map(positions.map((position) => [position.id, { ...position }]))
  const columns = new Map<number, Position[]>()
  for (const position of placed.values()) columns.set(position.x, [...(columns.get(position.x) ?? []), position])
  const fromLeft = [...columns.keys()].sort((a, b) => a - b)
  const anchor = placed.size === 0 ? undefined : ([...placed.values()].find(({ column }) => column === "goal")?.x ?? fromLeft[0])
  if (anchor === undefined) return []
  const { toLeft, toRight } = neighboursOf(placed, edges)
  settle(columns.get(anchor) ?? [], new Map(), gap)
  for (const x of fromLeft) if (x > anchor) settle(columns.get(x) ?? [], toLeft, gap)
  for (const x of [...fromLeft].reverse()) if (x < anchor) settle(columns.get(x) ?? [], toRight, gap)
  return positions.map((position) => placed.get(position.id) ?? position)
}

type Neighbours = ReadonlyMap<string, readonly Position[]>

function neighboursOf(placed: ReadonlyMap<string, Position>, edges: readonly LayoutEdge[]): { toLeft: Neighbours; toRight: Neighbours } {
  const toLeft = new Map<string, Position[]>()
  const toRight = new Map<string, Position[]>()
  const add = (to: Map<string, Position[]>, id: string, other: Position) => {
    const known = to.get(id)
    if (known) known.push(other)
    else to.set(id, [other])
  }
  for (const { left, right } of edges) {
    const [a, b] = [placed.get(left), placed.get(right)]
    if (a === undefined || b === undefined || a.x === b.x) continue
    add(toRight, a.x < b.x ? left : right, a.x < b.x ? b : a)
    add(toLeft, a.x < b.x ? right : left, a.x < b.x ? a : b)
  }
  return { toLeft, toRight }
}

/** The nearest heights to those wished for that keep order and gaps (isotonic regression by pooling adjacent violators). */
function settle(column: Position[], neighbours: Neighbours, gap: number): void {
  let offset = 0
  const blocks: { sum: number; weight: number; members: number[] }[] = []
  const offsets: number[] = []
  column.forEach((card, at) => {
    const linked = neighbours.get(card.id) ?? []
    const middle = linked.reduce((sum, other) => sum + other.y + other.height / 2, 0) / linked.length
    // A card without neighbours follows the one above and gives way to those that have some.
    const wish = linked.length === 0 ? offset : middle - card.height / 2
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
  for (const { sum, weight, members } of blocks) {
    const start = Math.max(0, sum / weight)
    for (const at of members) {
      const card = column[at]
      if (card !== undefined) card.y = Math.round(start + (offsets[at] ?? 0))
    }
  }
}
