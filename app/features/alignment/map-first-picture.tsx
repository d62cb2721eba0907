/** Owns the light picture that stands in for a large map until the movable one has loaded. */
import { createElement, memo, type ReactNode } from "react"
import { drawMap, screenPalette, type Mark } from "~/features/alignment/map-drawing"
import type { MapPicture } from "~/features/alignment/map-picture"

/** Draws the map in the screen's colours. */
export const FirstPicture = memo(function FirstPicture({ picture }: { picture: MapPicture }) {
  return (
    <div className="map-first" aria-hidden="true">
      {drawn(drawMap(picture, { palette: screenPalette, heads: false }))}
    </div>
  )
})

function drawn(mark: Mark | string): ReactNode {
  if (typeof mark === "string") return mark
  return createElement(mark.tag, mark.is, ...(mark.inside ?? []).map(drawn))
}
