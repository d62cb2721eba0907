/** Owns showing a chain on the drawn map: it marks elements that are there and renders nothing, so that a trace is instant at any size. */
import type { MapPicture } from "~/features/alignment/map-picture"
import { traceEdges } from "~/features/alignment/trace"

export interface Tracing {
  /** Shows the chain of a card, or the pinned one again for null. */
  show: (key: string | null) => void
  /** Keeps a card's chain shown; `steps` by card, where given, is the chain of one record in it rather than of the whole group. */
  pin: (key: string | null, steps?: Readonly<Record<string, number>>) => void
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
  const cards = new Map([...root.querySelectorAll<HTMLElement>("[data-card]")].map((card) => [card.dataset.card ?? "", card]))
  const lines = new Map([...root.querySelectorAll<SVGPathElement>("[data-edge]")].map((line) => [line.dataset.edge ?? "", line]))
  let pinned: string | null = null
  let pinnedChain: Pick<Chain, "steps" | "edgeIds"> | null = null
  let shown: string | null | undefined
  let hot = new Set<Element>(root.querySelectorAll(".hot"))
  const draw = (key: string | null) => {
    if (shown === key) return
    shown = key
    const chain = key === null || !columns.has(key) ? null : key === pinned && pinnedChain !== null ? pinnedChain : chainOf(key)
    const next = new Set<Element>()
    for (const [own, step] of chain?.steps ?? []) {
      const card = cards.get(own)
      if (card === undefined) continue
      next.add(card)
      card.classList.toggle("here", own === key)
      const mark = card.querySelector(".map-step")
      if (mark && mark.textContent !== String(step)) mark.textContent = String(step)
    }
    for (const id of chain?.edgeIds ?? []) {
      const line = lines.get(id)
      if (line !== undefined) next.add(line)
    }
    // Only what changes is touched: moving along a chain costs a few elements, not all.
    for (const old of hot) if (!next.has(old)) old.classList.remove("hot", "here")
    for (const each of next) if (!hot.has(each)) each.classList.add("hot")
    hot = next
    root.classList.toggle("tracing", chain !== null)
  }
  return {
    show: (key) => draw(key ?? pinned),
    pin: (key, steps = {}) => {
      pinned = key
      pinnedChain = key !== null && key in steps ? chainAlong(steps, edges) : null
      shown = undefined
      draw(key)
    },
    count: (key) => chainOf(key).steps.size,
  }
}

function chainAlong(given: Readonly<Record<string, number>>, edges: readonly { id: string; left: string; right: string; role: string }[]): Pick<Chain, "steps" | "edgeIds"> {
  const steps = new Map(Object.entries(given))
  const between = edges.filter((edge) => edge.role === "chain" && steps.has(edge.left) && steps.has(edge.right))
  return { steps, edgeIds: new Set(between.map(({ id }) => id)) }
}
