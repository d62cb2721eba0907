/** Owns the map as a file: the whole of it, with its sentence on top, in light or dark. */
import { dayMonthYear } from "~/core/calendar"
import { drawMap } from "~/features/alignment/map-drawing"
import { pictureFor } from "~/features/alignment/map-page-data"
import { filePalette } from "~/features/alignment/map-palettes"
import { overlayOf, pictureWords, type MapSource } from "~/features/alignment/map-picture"
import { readMapRequest } from "~/features/alignment/map-request"
import { svgText } from "~/features/alignment/map-svg"
import { mapTitle } from "~/features/alignment/sentence"

/** Gives the SVG file of the map an address asks for. */
export function mapFile(source: MapSource, search: URLSearchParams): string {
  const picture = pictureFor(source, search)
  const request = readMapRequest(search)
  const { dark, year } = request
  const said = overlayOf(source, request, source.graph)?.clause ?? ""
  const title = { text: mapTitle(source.figuresFor(year)), below: [...(said === "" ? [] : [said]), `Alignment map as of ${dayMonthYear(source.today)}`] }
  return svgText(drawMap(picture, { palette: filePalette(dark ? "dark" : "light"), title, heads: true }), pictureWords(picture))
}
