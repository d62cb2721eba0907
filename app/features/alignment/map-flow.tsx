/** Owns the map that can be moved and zoomed, for maps larger than a page; it loads on its own and holds no truth. */
import "@xyflow/react/dist/base.css"
import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, ViewportPortal, type NodeProps, type Viewport } from "@xyflow/react"
import { createContext, memo, useContext, useEffect, useMemo, useRef, type RefObject } from "react"
import { flowNodes, type FlowNode } from "~/features/alignment/graph-flow"
import { MapCardView, type CardLinks } from "~/features/alignment/map-card-view"
import { MapEdgesView } from "~/features/alignment/map-edges-view"
import { cardWidth, type MapPicture } from "~/features/alignment/map-picture"

export interface MapFlowProps {
  picture: MapPicture
  links: CardLinks
  /** Where the column heads lie; they follow the map sideways. */
  heads: RefObject<HTMLElement | null>
  /** The pinned card, which the first view shows. */
  traced: string | null
  /** Called once the cards are there. */
  onReady: () => void
}

/** Below this the words cannot be read, and more cards than a screen can draw smoothly would be in view. */
const zoomFloor = 0.5
const edge = 12

const LinksContext = createContext<CardLinks>({ base: "?", canLink: false })

const FlowCard = memo(function FlowCard({ data }: NodeProps & { data: FlowNode["data"] }) {
  return <MapCardView card={data.card} links={useContext(LinksContext)} step={null} />
})
const nodeTypes = { card: FlowCard }

/** Draws the map inside a frame of the size of its parent. */
export function MapFlow(props: MapFlowProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({ picture, links, heads, traced, onReady }: MapFlowProps) {
  const nodes = useMemo(() => flowNodes(picture), [picture])
  const frame = useRef<HTMLDivElement>(null)
  const flow = useReactFlow()
  const store = useStoreApi()
  const follow = ({ x, zoom }: Viewport) => {
    heads.current?.style.setProperty("--map-x", `${x}px`)
    heads.current?.style.setProperty("--map-zoom", String(zoom))
  }
  // The first view belongs to a picture; links and callbacks may change without moving the map.
  const latest = useRef({ follow, onReady, traced })
  latest.current = { follow, onReady, traced }
  useEffect(() => {
    const width = frame.current?.clientWidth ?? picture.width
    const zoom = Math.max(zoomFloor, Math.min(document.documentElement.classList.contains("presenting") ? 2 : 1, (width - 2 * edge) / picture.width))
    const pinned = picture.cards.find(({ key }) => key === latest.current.traced)
    const middle = (frame.current?.clientHeight ?? 0) / 2
    const y = pinned === undefined ? edge : Math.min(edge, middle - (pinned.y + pinned.height / 2) * zoom)
    const start = { x: Math.max(edge, (width - picture.width * zoom) / 2), y, zoom }
    void flow.setViewport(start)
    latest.current.follow(start)
    latest.current.onReady()
  }, [picture, flow, frame])
  useEffect(() => {
    const board = frame.current
    if (board === null) return
    // Focus by keyboard must bring a card into view by moving the map: a scrolled frame would tear cards from their lines.
    const onFocus = (event: FocusEvent) => {
      const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-card]") : null
      const node = card && picture.cards.find(({ key }) => key === card.dataset.card)
      if (!node || !card?.matches(":focus-visible")) return
      const { x, y, zoom } = flow.getViewport()
      const { width, height } = store.getState()
      const next = { x: within(x, node.x, cardWidth, zoom, width), y: within(y, node.y, node.height, zoom, height), zoom }
      if (next.x !== x || next.y !== y) void flow.setViewport(next)
    }
    const onScroll = (event: Event) => {
      if (event.target instanceof HTMLElement) event.target.scrollTo(0, 0)
    }
    board.addEventListener("focusin", onFocus)
    board.addEventListener("scroll", onScroll, true)
    return () => {
      board.removeEventListener("focusin", onFocus)
      board.removeEventListener("scroll", onScroll, true)
    }
  }, [picture, flow, store])
  return (
    <div className="map-flow" ref={frame}>
      <LinksContext.Provider value={links}>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          elevateNodesOnSelect={false}
          disableKeyboardA11y
          panOnScroll
          zoomOnDoubleClick={false}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          deleteKeyCode={null}
          minZoom={zoomFloor}
          maxZoom={2}
          translateExtent={[[-60, -40], [picture.width + 60, picture.height + 60]]}
          onMoveStart={() => frame.current?.classList.add("moving")}
          onMove={(_, viewport) => follow(viewport)}
          onMoveEnd={() => frame.current?.classList.remove("moving")}
          proOptions={{ hideAttribution: true }}
        >
          <ViewportPortal>
            <MapEdgesView picture={picture} />
          </ViewportPortal>
        </ReactFlow>
        <div className="map-zoom" role="group" aria-label="Size of the map">
          <button type="button" className="icon-btn" aria-label="Larger" onClick={() => void flow.zoomIn()}>
            +
          </button>
          <button type="button" className="icon-btn" aria-label="Smaller" onClick={() => void flow.zoomOut()}>
            −
          </button>
        </div>
      </LinksContext.Provider>
    </div>
  )
}

function within(offset: number, at: number, size: number, zoom: number, room: number): number {
  const start = at * zoom + offset
  const end = start + size * zoom
  if (start < edge) return edge - at * zoom
  return end > room - edge ? room - edge - (at + size) * zoom : offset
}
