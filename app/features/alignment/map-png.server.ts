// The map as a picture: a drawing painted with the product's own font, off the main thread.
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { renderAsync } from "@resvg/resvg-js"
import { fontFiles } from "~/features/alignment/map-fonts.server"

const widest = 8000
const usualScale = 2

/** Gives the PNG of an SVG text, twice as fine as the screen as long as that fits into 8,000 pixels. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const png = await painted(svg)
  // The painted pixels, 30 MB and more, lie outside of what the engine counts: without a word they stay until it happens to look.
  // Not before the next turn, since whoever handed them over still holds them in this one.
  setImmediate(freeYoung)
  return png
}

async function painted(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const size = /width="(\d+)" height="(\d+)"/.exec(svg)
  const longest = Math.max(Number(size?.[1] ?? 1), Number(size?.[2] ?? 1))
  const scale = Math.min(usualScale, widest / longest)
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontFiles: fontFiles(), defaultFontFamily: "Inter", loadSystemFonts: false },
  })
  return new Uint8Array(image.asPng())
}

let collect: ((kind: { type: "minor" }) => void) | null = null

/** Has the engine look through its youngest objects now, which takes about a millisecond. */
function freeYoung(): void {
  if (collect === null) {
    setFlagsFromString("--expose-gc")
    collect = runInNewContext("gc") as typeof collect
    setFlagsFromString("--no-expose-gc")
  }
  collect?.({ type: "minor" })
}
