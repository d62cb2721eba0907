/** Owns a drawing as the text of an SVG file: attributes in SVG's spelling, every word escaped. */
import type { Mark } from "~/features/alignment/map-drawing"

/** Gives the file of a drawing; `label` is what a reader is told of it. */
export function svgText(drawing: Mark, label: string): string {
  const { is, ...rest } = drawing
  return written({ ...rest, is: { xmlns: "http://www.w3.org/2000/svg", role: "img", "aria-label": label, ...is } })
}

function written(mark: Mark | string): string {
  if (typeof mark === "string") return escaped(mark)
  const attributes = Object.entries(mark.is).map(([name, value]) => ` ${spelled(name)}="${escaped(String(value))}"`).join("")
  const inside = (mark.inside ?? []).map(written).join("")
  return inside === "" ? `<${mark.tag}${attributes}/>` : `<${mark.tag}${attributes}>${inside}</${mark.tag}>`
}

function spelled(name: string): string {
  return name === "viewBox" ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function escaped(text: string): string {
  // Control characters may be stored but are not allowed in XML.
  const printable = [...text].filter((letter) => letter >= " ").join("")
  return printable.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
}
