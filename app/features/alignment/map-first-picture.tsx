/** Owns the drawings of a large map on the page: what stands in until the movable one has loaded, and what goes to paper. */
import { createElement, memo, type ReactNode } from "react"
import { drawMap, screenPalette, type Mark } from "~/features/alignment/map-drawing"
import { paperPicture } from "~/features/alignment/map-paper"
import type { MapPicture } from "~/features/alignment/map-picture"

/** Draws the map in the screen's colours. */
export const FirstPicture = memo(function FirstPicture({ picture }: { picture: MapPicture }) {
  return (
    <div className="map-first" aria-hidden="true">
      {drawn(drawMap(picture, { palette: screenPalette, heads: false }))}
    </div>
  )
})

/** A4 on its side in CSS pixels, without its margins and the words above and below; map.css says the same. */
const paper = { width: 1060, height: 560 }

/** Draws the whole map with its heads, as large as the paper allows. */
export function PrintedMap({ picture }: { picture: MapPicture }) {
  return <div className="map-printed">{drawn(drawMap(paperPicture(picture, paper), { palette: screenPalette, heads: true }))}</div>
}

function drawn(mark: Mark | string): ReactNode {
  if (typeof mark === "string") return mark
  return createElement(mark.tag, mark.is, ...(mark.inside ?? []).map(drawn))
}
