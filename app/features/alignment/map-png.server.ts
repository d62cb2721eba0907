// The map as a picture: a drawing painted with the product's own font, off the main thread.
import { renderAsync } from "@resvg/resvg-js"
import { fontFiles } from "~/features/alignment/map-fonts.server"

const widest = 8000
const usualScale = 2

/** Gives the PNG of an SVG text, twice as fine as the screen as long as that fits into 8,000 pixels. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const size = /width="(\d+)" height="(\d+)"/.exec(svg)
  const longest = Math.max(Number(size?.[1] ?? 1), Number(size?.[2] ?? 1))
  const scale = Math.min(usualScale, widest / longest)
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontFiles: fontFiles(), defaultFontFamily: "Inter", loadSystemFonts: false },
  })
  return new Uint8Array(image.asPng())
}
