/** Owns the map's picture for paper: long columns go on beside themselves, so that a page on its side is filled and can be read. */
import type { MapColumn } from "~/features/alignment/map-edges"
import { edgeLine } from "~/features/alignment/map-line"
import { cardWidth, columnGap, type MapCardData, type MapPicture } from "~/features/alignment/map-picture"

const cardGap = 14
const step = 40

/** Gives the picture with its columns folded so that it is drawn as large as possible on a sheet of this shape. */
export function paperPicture(picture: MapPicture, sheet: { width: number; height: number }): MapPicture {
  const columns = columnsOf(picture)
  const tallest = Math.max(0, ...columns.map(({ cards }) => tallOf(cards)))
  let best: MapPicture | null = null
  let largest = 0
  for (let limit = step; limit < tallest + step; limit += step) {
    const folded = fold(picture, columns, limit)
    const scale = Math.min(sheet.width / folded.width, sheet.height / folded.height)
    if (scale > largest) [best, largest] = [folded, scale]
  }
  return best ?? picture
}

interface Column {
  column: MapColumn
  cards: readonly MapCardData[]
}

function columnsOf({ heads, cards }: MapPicture): Column[] {
  return heads.map(({ column }) => ({ column, cards: cards.filter((card) => card.column === column).sort((a, b) => a.y - b.y) }))
}

function tallOf(cards: readonly MapCardData[]): number {
  return cards.reduce((sum, { height }) => sum + height + cardGap, -cardGap)
}

function fold(picture: MapPicture, columns: readonly Column[], limit: number): MapPicture {
  const placed = new Map<string, MapCardData>()
  const heads: MapPicture["heads"][number][] = []
  let x = 0
  let height = 0
  columns.forEach(({ cards }, at) => {
    const head = picture.heads[at]
    if (head) heads.push({ ...head, x })
    let y = 0
    for (const card of cards) {
      if (y > 0 && y + card.height > limit) [x, y] = [x + cardWidth + cardGap, 0]
      placed.set(card.key, { ...card, x, y })
      height = Math.max(height, y + card.height)
      y += card.height + cardGap
    }
    x += cardWidth + columnGap
  })
  const edges = picture.edges.map((edge) => {
    const ends = [placed.get(edge.from), placed.get(edge.to)].filter((card) => card !== undefined).sort((a, b) => a.x - b.x)
    const [left, right] = ends
    return edge.line === "" || !left || !right ? edge : { ...edge, line: edgeLine(left, right, cardWidth) }
  })
  return { ...picture, heads, edges, cards: picture.cards.map((card) => placed.get(card.key) ?? card), width: Math.max(cardWidth, x - columnGap), height }
}
