/** Owns the lines of the map: their path between two cards and their thickness. */
import type { VisibleEdge } from "~/features/alignment/roll-up"

export interface CardBox {
  x: number
  y: number
  height: number
}

const widest = 4

/** Gives the path of the line from the right side of one card to the left side of another; within a column it bows out to the right. */
export function edgeLine(from: CardBox, to: CardBox, width: number): string {
  const y1 = from.y + from.height / 2
  const y2 = to.y + to.height / 2
  const x1 = from.x + width
  if (from.x === to.x) {
    const bow = x1 + 26
    return `M${x1} ${y1}C${bow} ${y1} ${bow} ${y2} ${x1} ${y2}`
  }
  const middle = (x1 + to.x) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${to.x} ${y2}`
}

/** Gives the thickness of a line in pixels: by strength between records, by count between groups. */
export function edgeWidth(edge: Pick<VisibleEdge, "count" | "strength" | "relations">): number {
  if (edge.count > 1) return Math.min(widest, Math.round((1 + Math.log2(edge.count) / 2.5) * 10) / 10)
  if (edge.strength === 9) return 2.4
  return edge.strength === 1 ? 1 : 1.6
}
