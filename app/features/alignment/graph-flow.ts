/** Owns the step from our picture of the map to React Flow's nodes: the one file that knows both vocabularies. */
import type { MapCardData, MapPicture } from "~/features/alignment/map-picture"
import { cardWidth } from "~/features/alignment/map-picture"

export interface FlowNode {
  id: string
  type: "card"
  position: { x: number; y: number }
  width: number
  height: number
  data: { card: MapCardData }
}

/** Gives React Flow's nodes for the cards. Lines are one drawing below them: an element for each would cost a frame in three. */
export function flowNodes(picture: MapPicture): FlowNode[] {
  return picture.cards.map((card) => ({
    id: card.key, type: "card", position: { x: card.x, y: card.y }, width: cardWidth, height: card.height, data: { card },
  }))
}
