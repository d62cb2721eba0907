/** Owns the map on the page: heads, cards and lines, their first picture, and what pointer and keys do with them. */
import "./map.css"
import { lazy, Suspense, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from "react"
import { flushSync } from "react-dom"
import { MapCardView, type CardLinks } from "~/features/alignment/map-card-view"
import { drawLinks, type DrawnLink } from "~/features/alignment/map-drawn-link"
import { MapEdgesView } from "~/features/alignment/map-edges-view"
import { isArrow, nextCard } from "~/features/alignment/map-keys"
import { pictureWords, type MapPicture } from "~/features/alignment/map-picture"
import { layerTokens } from "~/features/alignment/map-drawing"
import { FirstPicture, PrintedMap } from "~/features/alignment/map-first-picture"
import { tracingOf, type Tracing } from "~/features/alignment/map-tracing"
import { amount } from "~/features/alignment/sentence"

export interface MapBoardProps {
  picture: MapPicture
  /** The pinned card. */
  traced: string | null
  /** Step of each card in the pinned chain, where the server knows it. */
  steps: Readonly<Record<string, number>>
  links: CardLinks
  onDrawn: (link: DrawnLink) => void
  onClear: () => void
}

/** Up to so many cards are in the page itself; above, a drawing stands in until the movable map has loaded. */
export const pageLimit = 100
const boardPad = 24

const MapFlow = lazy(() => import("~/features/alignment/map-flow").then((module) => ({ default: module.MapFlow })))

/** Draws the board. */
export function MapBoard({ picture, traced, steps, links, onDrawn, onClear }: MapBoardProps) {
  const board = useRef<HTMLElement>(null)
  const heads = useRef<HTMLDivElement>(null)
  const rubber = useRef<SVGLineElement>(null)
  const tracing = useRef<Tracing | null>(null)
  const [ready, setReady] = useState(0)
  const [spoken, setSpoken] = useState("")
  const moves = picture.cards.length > pageLimit
  const awake = useAwake()
  const printing = usePrinting()
  useEffect(() => {
    if (board.current === null) return
    tracing.current = tracingOf(board.current, picture)
    tracing.current.pin(traced, steps)
    // without a pinned card the one in focus stays the board's one stop, so that Tab leaves the board from it
    roving(board.current, traced ?? (document.activeElement ? cardAt(document.activeElement) : null))
    fitPresented(board.current, picture.width)
  }, [picture, traced, steps, ready, awake])
  // an address with a chain opens on it; a card pinned by hand is in sight already
  const openedOn = useRef(traced)
  useEffect(() => {
    const first = openedOn.current
    openedOn.current = null
    if (first !== null && !moves) board.current?.querySelector(`[data-card="${CSS.escape(first)}"]`)?.scrollIntoView({ block: "center" })
  }, [moves])
  const drawn = useRef(onDrawn)
  drawn.current = onDrawn
  useEffect(() => {
    if (board.current === null || rubber.current === null || !links.canLink) return
    return drawLinks(board.current, rubber.current, (link) => drawn.current(link))
  }, [links.canLink])
  const onOver = (event: PointerEvent) => {
    const key = event.pointerType === "touch" ? null : cardAt(event.target)
    if (key !== null) tracing.current?.show(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const key = cardAt(event.target)
    if (event.key === "Escape" && traced !== null) onClear()
    if (key === null || !isArrow(event.key) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    focusCard(board.current, nextCard(picture, key, event.key))
  }
  const onFocus = (target: EventTarget) => {
    const key = cardAt(target)
    if (key === null || tracing.current === null || !(target instanceof Element) || !target.matches(":focus-visible")) return
    tracing.current.show(key)
    roving(board.current, key)
    setSpoken(`In its chain: ${amount(tracing.current.count(key), "record")}. Enter keeps it, arrows move on.`)
  }
  return (
    <section
      style={{ "--map-width": picture.width, "--map-height": picture.height } as CSSProperties}
      className={`map-board${moves ? " moves" : ""}${Object.keys(steps).length > 0 ? " tracing" : ""}`}
      ref={board}
      aria-label={pictureWords(picture)}
      onPointerOver={onOver}
      onPointerLeave={() => tracing.current?.show(null)}
      onFocus={(event) => onFocus(event.target)}
      onBlur={() => tracing.current?.show(null)}
      onKeyDown={onKeyDown}
    >
      <div className="map-heads" ref={heads}>
        {picture.heads.map((head) => (
          <div className="map-head" key={head.column} style={{ insetInlineStart: `calc(${head.x}px * var(--map-zoom, 1) + var(--map-x, 0px))` }}>
            <i style={{ background: `var(--${layerTokens[head.column]})` }} />
            <span className="map-head-label">{head.label}</span> <span className="muted num">{head.count}</span>
            {head.gaps > 0 ? (
              <span className="map-gaps">
                {head.gaps} <span className="map-gaps-word">{head.gaps === 1 ? "gap" : "gaps"}</span>
              </span>
            ) : null}
          </div>
        ))}
      </div>
      {moves && awake ? (
        <Suspense fallback={<FirstPicture picture={picture} />}>
          <MapFlow picture={picture} links={links} heads={heads} traced={traced} onReady={() => setReady((times) => times + 1)} />
        </Suspense>
      ) : moves ? (
        <FirstPicture picture={picture} />
      ) : (
        <div className="map-sheet" style={{ inlineSize: picture.width, blockSize: picture.height }}>
          <MapEdgesView picture={picture} />
          {picture.cards.map((card) => (
            <div key={card.key} className="map-place" style={{ insetInlineStart: card.x, insetBlockStart: card.y }}>
              <MapCardView card={card} links={links} step={steps[card.key] ?? null} />
            </div>
          ))}
        </div>
      )}
      {printing ? <PrintedMap picture={picture} /> : null}
      <svg className="map-rubber" aria-hidden="true">
        <line ref={rubber} />
      </svg>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </section>
  )
}

/** Turns true in the browser after the first paint, so that the first page is the same on both sides. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return awake
}

/** Paper has another shape than a screen, and a movable map shows a part of itself: for paper the whole is drawn anew, and only then. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener("beforeprint", begin)
    window.addEventListener("afterprint", end)
    return () => {
      window.removeEventListener("beforeprint", begin)
      window.removeEventListener("afterprint", end)
    }
  }, [])
  return printing
}

function cardAt(target: EventTarget): string | null {
  return (target instanceof Element ? target.closest<HTMLElement>("[data-card]")?.dataset.card : undefined) ?? null
}

function focusCard(board: HTMLElement | null, key: string | null): void {
  const card = key === null ? null : board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)
  if (!card) return
  const flows = card.closest(".map-flow") !== null
  card.focus({ preventScroll: flows })
}

/** Presenting shows everything half as large again, as far as the width allows. */
function fitPresented(board: HTMLElement, width: number): void {
  const presenting = document.documentElement.classList.contains("presenting")
  const room = board.clientWidth - 2 * boardPad
  board.style.setProperty("--map-fit", String(presenting ? Math.max(1, Math.min(1.5, room / width)) : 1))
}

/** One card is in the order of the Tab key; the arrows lead to the others. */
function roving(board: HTMLElement | null, key: string | null): void {
  const cards = [...(board?.querySelectorAll<HTMLElement>("[data-card]") ?? [])]
  const chosen = cards.find((card) => card.dataset.card === key) ?? cards[0]
  for (const card of cards) card.tabIndex = card === chosen ? 0 : -1
}
