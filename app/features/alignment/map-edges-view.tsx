/** Owns how the lines of the map look: one drawing below all cards. */
import { memo } from "react"
import { cardWidth, type MapPicture } from "~/features/alignment/map-picture"

const mostLabels = 150

/** Draws every line; between groups it carries the number of links behind it. */
export const MapEdgesView = memo(function MapEdgesView({ picture }: { picture: MapPicture }) {
  const drawn = picture.edges.filter((edge) => edge.role !== "through")
  const places = new Map(picture.cards.map((card) => [card.key, card]))
  const counted = picture.isRolledUp ? drawn.filter((edge) => edge.count > 1) : []
  return (
    <svg className="map-edges" width={picture.width} height={picture.height} aria-hidden="true">
      {drawn.map((edge) => (
        <path key={edge.id} d={edge.line} strokeWidth={edge.width} className={edge.role === "aside" || edge.unheard ? "aside" : edge.indirect ? "indirect" : undefined} data-edge={edge.id} />
      ))}
      {counted.length > mostLabels
        ? null
        : counted.map((edge) => {
            const [from, to] = [places.get(edge.from), places.get(edge.to)]
            if (from === undefined || to === undefined || from.x === to.x) return null
            return (
              <text key={edge.id} x={(from.x + cardWidth + to.x) / 2} y={(from.y + from.height / 2 + to.y + to.height / 2) / 2 + 4}>
                {edge.count}
              </text>
            )
          })}
    </svg>
  )
})
