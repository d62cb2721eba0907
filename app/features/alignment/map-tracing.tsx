/** Owns showing a chain on the drawn map: it marks elements that are there and renders nothing, so that a trace is instant at any size. */
import type { MapPicture } from "~/features/alignment/map-picture"
import { traceEdges } from "~/features/alignment/trace"

export interface Tracing {
  /** Shows the chain of a card, or the pinned one again for null. */
  show: (key: string | null) => void
  pin: (key: string | null) => void
  /** Says how many cards are in the chain of a card. */
  count: (key: string) => number
}

type Chain = ReturnType<typeof traceEdges>

/** Gives the tracing of the map drawn inside `root`. */
export function tracingOf(root: HTMLElement, picture: MapPicture): Tracing {
  const columns = new Map(picture.cards.map((card) => [card.key, card.column]))
  const edges = picture.edges.map((edge) => ({ id: edge.id, left: edge.from, right: edge.to, role: edge.role }))
  const chains = new Map<string, Chain>()
  const chainOf = (key: string): Chain => {
    const known = chains.get(key) ?? traceEdges(columns, edges, key)
    chains.set(key, known)
    return known
  }
  let pinned: string | null = null
  let shown: string | null | undefined
  const draw = (key: string | null) => {
    if (shown === key) return
    shown = key
    for (const old of root.querySelectorAll(".hot")) old.classList.remove("hot", "here")
    root.classList.toggle("tracing", key !== null && columns.has(key))
    if (key === null || !columns.has(key)) return
    const { steps, edgeIds } = chainOf(key)
    for (const card of root.querySelectorAll<HTMLElement>("[data-card]")) {
      const own = card.dataset.card ?? ""
      const step = steps.get(own)
      if (step === undefined) continue
      card.classList.add("hot")
      if (own === key) card.classList.add("here")
      const mark = card.querySelector(".map-step")
      if (mark) mark.textContent = String(step)
    }
    for (const line of root.querySelectorAll<SVGPathElement>("[data-edge]")) if (edgeIds.has(line.dataset.edge ?? "")) line.classList.add("hot")
  }
  return {
    show: (key) => draw(key ?? pinned),
    pin: (key) => {
      pinned = key
      shown = undefined
      draw(key)
    },
    count: (key) => chainOf(key).steps.size,
  }
}
