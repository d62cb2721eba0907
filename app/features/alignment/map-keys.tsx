/** Owns moving over the map by arrow keys: up and down within a column, left and right along the lines. */
import type { MapCardData, MapPicture } from "~/features/alignment/map-picture"

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight"

/** Says whether a key is an arrow. */
export function isArrow(key: string): key is Arrow {
  return key === "ArrowUp" || key === "ArrowDown" || key === "ArrowLeft" || key === "ArrowRight"
}

/** Gives the card to go to from another; sideways the nearest one a line leads to, else the nearest of the next column. Null at the rim. */
export function nextCard(picture: MapPicture, from: string, arrow: Arrow): string | null {
  const here = picture.cards.find((card) => card.key === from)
  if (here === undefined) return picture.cards[0]?.key ?? null
  if (arrow === "ArrowUp" || arrow === "ArrowDown") {
    const down = arrow === "ArrowDown"
    const beyond = picture.cards.filter((card) => card.x === here.x && (down ? card.y > here.y : card.y < here.y))
    return nearest(here, beyond)
  }
  const right = arrow === "ArrowRight"
  const ends = new Set(picture.edges.filter((edge) => (right ? edge.from : edge.to) === from).map((edge) => (right ? edge.to : edge.from)))
  const sideways = picture.cards.filter((card) => (right ? card.x > here.x : card.x < here.x))
  const linked = sideways.filter((card) => ends.has(card.key))
  if (linked.length > 0) return nearest(here, linked)
  const columnX = sideways.reduce<number | null>((best, card) => (best === null || Math.abs(card.x - here.x) < Math.abs(best - here.x) ? card.x : best), null)
  return nearest(here, sideways.filter((card) => card.x === columnX))
}

function nearest(here: MapCardData, cards: readonly MapCardData[]): string | null {
  const middle = here.y + here.height / 2
  let best: MapCardData | null = null
  const distance = (card: MapCardData) => Math.abs(card.y + card.height / 2 - middle)
  for (const card of cards) if (best === null || distance(card) < distance(best)) best = card
  return best?.key ?? null
}
