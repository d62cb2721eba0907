/** Owns the whole map as one drawing in plain marks: the first picture of a large map, the exported file and paper are made of them. */
import type { HeardWords } from "~/features/alignment/heard"
import type { CardState } from "~/features/alignment/map-card"
import type { MapColumn } from "~/features/alignment/map-edges"
import { cardWidth, footOf, type MapCardData, type MapEdgeData, type MapPicture } from "~/features/alignment/map-picture"

/** One mark of a drawing, with SVG's attributes in the spelling of scripts ("strokeWidth"). */
export interface Mark {
  tag: "svg" | "g" | "rect" | "path" | "circle" | "text" | "tspan"
  is: Readonly<Record<string, string | number>>
  inside?: readonly (Mark | string)[]
}

/** Gives a colour by its name in the design's tokens. */
export type Palette = (token: string) => string

export interface DrawOptions {
  palette: Palette
  /** Head and ground of a file; the screen has its own. */
  title?: { text: string; below: readonly string[] }
  /** The column heads; the screen draws them as text that stays in view. */
  heads: boolean
}

export const layerTokens: Readonly<Record<MapColumn, string>> = {
  pillar: "direction", goal: "goal", work: "work", capability: "muted", service: "service", application: "application", unit: "control", person: "text",
}

const headHeight = 34
const titleHeight = 44
const titleLine = 20
const pad = 16

/** The names under which the screen's own styles give colours, light or dark. */
export const screenPalette: Palette = (token) => `var(--${token})`

/** Gives the drawing of a picture. */
export function drawMap(picture: MapPicture, { palette, title, heads }: DrawOptions): Mark {
  const [top, room, rim] = [title === undefined ? 0 : titleHeight + titleLine * title.below.length, heads ? headHeight : 0, title === undefined ? 0 : pad]
  const width = picture.width + 2 * rim
  const height = picture.height + room + top + 2 * rim
  const edges = picture.edges.flatMap((edge): Mark[] =>
    edge.role === "through" ? [] : [{ tag: "path", is: { d: edge.line, strokeWidth: edge.width, ...dashes(edge) } }],
  )
  const body: Mark[] = [
    ...(heads ? picture.heads.flatMap((head) => headMarks(head, palette)) : []),
    group(0, room, [{ tag: "g", is: { fill: "none", stroke: palette("edge") }, inside: edges }, ...picture.cards.map((card) => cardMark(card, palette))]),
  ]
  const ground: Mark[] = title === undefined ? [] : [{ tag: "rect", is: { width, height, fill: palette("surface") } }, ...titleMarks(title, palette)]
  return { tag: "svg", is: { width, height, viewBox: `0 0 ${width} ${height}`, fontFamily: "'Inter Variable', Inter, system-ui, sans-serif" }, inside: [...ground, group(rim, rim + top, body)] }
}

/** Dotted beside the chain and to whoever was not heard yet, dashed where a file only implied the link; map.css says the same. */
function dashes(edge: Pick<MapEdgeData, "role" | "indirect" | "unheard">): { strokeDasharray?: string } {
  if (edge.role === "aside" || edge.unheard) return { strokeDasharray: "3 4" }
  return edge.indirect ? { strokeDasharray: "8 4" } : {}
}

/** Shortens a text to a width in pixels, ending in "…". A drawing cannot measure, so letters have Inter's usual widths. */
export function fit(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

function titleMarks({ text, below }: NonNullable<DrawOptions["title"]>, palette: Palette): Mark[] {
  return [
    { tag: "text", is: { x: pad, y: 38, fontSize: 20, fontWeight: 600, fill: palette("text") }, inside: [text] },
    ...below.map((line, at): Mark => ({ tag: "text", is: { x: pad, y: 60 + titleLine * at, fontSize: 13, fill: palette("muted") }, inside: [line] })),
  ]
}

function headMarks(head: MapPicture["heads"][number], palette: Palette): Mark[] {
  const count: Mark = { tag: "tspan", is: { fontWeight: 400, fill: palette("muted"), dx: 6 }, inside: [String(head.count)] }
  const gaps = `${head.gaps} ${head.gaps === 1 ? "gap" : "gaps"}`
  return [
    { tag: "rect", is: { x: head.x, y: 5, width: 9, height: 9, rx: 3, fill: palette(layerTokens[head.column]) } },
    { tag: "text", is: { x: head.x + 16, y: 14, fontSize: 13, fontWeight: 600, fill: palette("text") }, inside: [head.label, count] },
    ...(head.gaps === 0 ? [] : [{ tag: "text", is: { x: head.x + cardWidth, y: 14, fontSize: 12, textAnchor: "end", fill: palette("text") }, inside: [gaps] } as const]),
  ]
}

function cardMark(card: MapCardData, palette: Palette): Mark {
  const isGap = card.state === "gap"
  const foot = card.height - footOf(card.heard) - 20
  const codeWidth = card.code === "" ? 0 : textWidth(card.code, 12) + 8
  const factX = card.state === "none" ? 14 : 32
  const tall = card.height
  const marks: Mark[] = [
    { tag: "rect", is: { x: 0.5, y: 0.5, width: cardWidth - 1, height: tall - 1, rx: 9.5, fill: palette("surface"), stroke: palette(isGap ? "off-track" : "border"), ...(isGap ? { strokeWidth: 1.5, strokeDasharray: "4 3" } : {}) } },
    { tag: "path", is: { d: `M4 1v${tall - 2}A9.5 9.5 0 0 1 0 ${tall - 10}V10A9.5 9.5 0 0 1 4 1Z`, fill: palette(layerTokens[card.column]) } },
    { tag: "text", is: { x: 14, y: 24, fontSize: 13.5, fontWeight: 600, fill: palette("text") }, inside: [fit(card.name, 13.8, cardWidth - 26)] },
    ...(card.state === "none" ? [] : [group(14, foot - 6, [shapeMark(card.state, palette)])]),
    { tag: "text", is: { x: factX, y: foot + 4, fontSize: 12, fill: palette(isGap ? "text" : "muted"), ...(isGap ? { fontWeight: 600 } : {}) }, inside: [fit(card.fact, 12, cardWidth - factX - codeWidth - 11)] },
  ]
  if (card.kind === "") marks.unshift({ tag: "rect", is: { x: 4.5, y: 4.5, width: cardWidth - 1, height: tall - 1, rx: 9.5, fill: palette("surface-2"), stroke: palette("border") } })
  if (card.code !== "") marks.push({ tag: "text", is: { x: cardWidth - 11, y: foot + 4, fontSize: 12, textAnchor: "end", fill: palette("muted") }, inside: [card.code] })
  if (card.heard !== null) marks.push(...heardMarks(card.heard, card.height, palette))
  return group(card.x, card.y, marks)
}

/** The overlay's lines below a rule; where too few were heard they are bold and boxed. */
function heardMarks(heard: HeardWords, tall: number, palette: Palette): Mark[] {
  const top = tall - footOf(heard)
  const box: Mark = heard.isUnder
    ? { tag: "rect", is: { x: 8.5, y: top - 0.5, width: cardWidth - 14, height: footOf(heard) - 4, rx: 5, fill: palette("surface-2"), stroke: palette("off-track") } }
    : { tag: "path", is: { d: `M14 ${top}H${cardWidth - 11}`, stroke: palette("border") } }
  return [
    box,
    group(14, top + 4, [shapeMark(heard.state, palette)]),
    { tag: "text", is: { x: 32, y: top + 14, fontSize: 12, fill: palette("text"), ...(heard.isUnder ? { fontWeight: 600 } : {}) }, inside: [fit(heard.words, 12, cardWidth - 44)] },
    ...(heard.more === "" ? [] : [{ tag: "text", is: { x: 14, y: top + 30, fontSize: 11.5, fill: palette("muted") }, inside: [fit(heard.more, 11.5, cardWidth - 26)] } as const]),
  ]
}

const shapeTokens: Readonly<Record<Exclude<CardState, "none">, string>> = {
  done: "done", "on-track": "on-track", "at-risk": "at-risk", "off-track": "off-track", gap: "off-track", "not-started": "not-started", unknown: "not-started",
}

function shapeMark(state: Exclude<CardState, "none">, palette: Palette): Mark {
  const colour = palette(shapeTokens[state])
  const line = { fill: "none", stroke: colour }
  switch (state) {
    case "done":
      return { tag: "path", is: { d: "M1.8 6.4 4.7 9.2 10.2 3", ...line, strokeWidth: 2.2, strokeLinecap: "round", strokeLinejoin: "round" } }
    case "on-track":
      return { tag: "circle", is: { cx: 6, cy: 6, r: 4.6, fill: colour } }
    case "at-risk":
      return { tag: "path", is: { d: "M6 1.1 11.3 10.7H.7Z", fill: colour } }
    case "off-track":
    case "gap":
      return { tag: "path", is: { d: "M6 .5 11.5 6 6 11.5.5 6Z", fill: colour } }
    case "not-started":
      return { tag: "circle", is: { cx: 6, cy: 6, r: 4.2, ...line, strokeWidth: 1.8 } }
    case "unknown":
      return { tag: "rect", is: { x: 1.4, y: 1.4, width: 9.2, height: 9.2, rx: 1.5, ...line, strokeWidth: 1.5, strokeDasharray: "2.2 1.8" } }
  }
}

function group(x: number, y: number, inside: readonly Mark[]): Mark {
  return { tag: "g", is: { transform: `translate(${x} ${y})` }, inside }
}

function textWidth(text: string, size: number): number {
  let units = 0
  for (const letter of text) {
    if ("iljItf.,:;'|!()[] ".includes(letter)) units += 0.29
    else if ("mwMW@%…".includes(letter)) units += 0.88
    else if (letter >= "A" && letter <= "Z") units += 0.66
    else if (letter > "\u2e7f") units += 1
    else units += 0.545
  }
  return units * size
}
