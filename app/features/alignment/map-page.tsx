/** Owns the page of the alignment map: its sentence, its controls, one of three views, and the panel of the pinned chain. */
import "./map.css"
import { useFetcher, useNavigate, useSearchParams } from "@remix-run/react"
import { useCallback, useEffect, useMemo, useState } from "react"
import { ChainPanel } from "~/features/alignment/chain-panel"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { MapBoard } from "~/features/alignment/map-board"
import type { Chain } from "~/features/alignment/map-chain"
import type { DrawnLink } from "~/features/alignment/map-drawn-link"
import { MapFilters } from "~/features/alignment/map-filters"
import { MapLinkDialog, type AskedLink } from "~/features/alignment/map-link-dialog"
import { MapList } from "~/features/alignment/map-list"
import { MapMatrix } from "~/features/alignment/map-matrix"
import type { MapPageData } from "~/features/alignment/map-page-data"
import type { MatrixCell } from "~/features/alignment/matrix"
import { parseCode, pathOf } from "~/features/elements/element"
import type { SavedView } from "~/features/elements/saved-view"
import { EmptyState } from "~/ui/empty-state"
import { withValues } from "~/ui/list-url"
import { PageHeader } from "~/ui/page-header"

export interface MapPageProps {
  data: MapPageData
  mayLink: boolean
  mayAccept: boolean
  mayCreate: boolean
  views: readonly SavedView[]
  /** Versions of the links in the matrix, by id. */
  versions: Readonly<Record<string, number>>
}

/** Draws the page. */
export function MapPage({ data, mayLink, mayAccept, mayCreate, views, versions }: MapPageProps) {
  const [address] = useSearchParams()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<AskedLink | null>(null)
  useListOnPhones(address)
  const traced = address.get("trace")
  const marked = traced !== null && traced === data.traced ? data.tracedCard : traced
  const chain = usePinnedChain(data.chain, address)
  const closeHref = withValues(address, { trace: null })
  const base = closeHref === "?" ? "?" : `${closeHref}&`
  const links = useMemo(() => ({ base, canLink: mayLink }), [base, mayLink])
  const onClear = useCallback(() => navigate(closeHref, { preventScrollReset: true }), [navigate, closeHref])
  const onDrawn = (link: DrawnLink) => {
    const [from, to] = [link.from, link.to].map((key) => data.picture?.cards.find((card) => card.key === key))
    if (from && to && from.column !== "person" && to.column !== "person") setAsked({ from, to, existing: null })
  }
  const onCell = ({ from, to, cell }: DrawnLink & { cell: MatrixCell | null }) => {
    const work = data.matrix?.work.find(({ code }) => code === from)
    const goal = data.matrix?.goals.find(({ code }) => code === to)
    if (!work || !goal) return
    const existing = cell === null ? null : { id: cell.linkId, version: versions[cell.linkId] ?? 1, strength: cell.strength, note: cell.reason, isPrimary: cell.isPrimary }
    setAsked({ from: { ...work, kind: "initiative" }, to: { ...goal, kind: "goal" }, existing })
  }
  if (data.isEmpty) return <EmptyMap mayCreate={mayCreate} />
  const lede = (
    <>
      {data.below.join(" ")} <span className="nowrap">As of {data.asOf}.</span> <HowWorkedOut figure={data.working} />
    </>
  )
  return (
    <div className="page map-page">
      <PageHeader title={data.title} lede={lede} />
      {traced !== null && traced === data.lost ? <Lost code={traced} closeHref={closeHref} /> : null}
      <MapFilters address={address} view={data.view} year={data.year} choices={data.choices} views={views} />
      {data.picture === null ? null : data.picture.cards.length === 0 ? (
        <NothingFits />
      ) : (
        <>
          <a className="skip" href={withValues(address, { view: "table" })}>
            Skip to the list: the same as a table
          </a>
          {data.picture.opened.length === 0 ? null : <Opened opened={data.picture.opened} address={address} />}
          <MapBoard picture={data.picture} traced={marked} steps={marked === data.tracedCard ? data.steps : noSteps} links={links} onDrawn={onDrawn} onClear={onClear} />
          <MapLegend rolledUp={data.picture.isRolledUp} records={data.picture.records} money={address.get("money") === "1"} implied={data.picture.edges.some((edge) => edge.indirect)} overlay={data.overlay} unheard={data.picture.edges.some((edge) => edge.unheard)} />
        </>
      )}
      {data.tree === null ? null : data.tree.rows === 0 ? <NothingFits /> : <MapList tree={data.tree} base={base} overlay={data.overlay} />}
      {data.matrix === null ? null : <MapMatrix matrix={data.matrix} address={address} mayLink={mayLink} onCell={onCell} />}
      {chain === null || traced === null ? null : <ChainPanel chain={chain} closeHref={closeHref} mayLink={mayLink} mayAccept={mayAccept} />}
      <MapLinkDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  )
}

const noSteps: MapPageData["steps"] = {}

/** The chain the page came with, or the one of a card pinned since then. */
function usePinnedChain(given: Chain | null, address: URLSearchParams): Chain | null {
  const fetcher = useFetcher<{ chain: Chain | null }>()
  const traced = address.get("trace")
  const search = address.toString()
  const { load } = fetcher
  const isGiven = given !== null && given.code === traced
  useEffect(() => {
    if (traced !== null && !isGiven) load(`/map/chain?${search}`)
  }, [traced, isGiven, search, load])
  if (isGiven) return given
  const fetched = fetcher.data?.chain ?? null
  return fetched?.code === traced ? fetched : null
}

/** Narrow screens begin with the list; an address that names a view is left alone. */
function useListOnPhones(address: URLSearchParams): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (address.has("view") || !matchMedia("(max-width: 47.99rem)").matches) return
    void navigate(withValues(address, { view: "table" }), { replace: true, preventScrollReset: true })
  }, [address, navigate])
}

function Opened({ opened, address }: { opened: readonly { id: string; label: string }[]; address: URLSearchParams }) {
  const open = address.getAll("open")
  return (
    <div className="map-opened">
      <span className="muted">Opened:</span>
      {opened.map((each) => (
        <a key={each.id} className="chip on" href={withValues(address, { open: open.filter((key) => key !== each.id && !key.startsWith(`${each.id}.`)) })}>
          {each.label} <span aria-hidden="true">×</span>
          <span className="visually-hidden">, close</span>
        </a>
      ))}
    </div>
  )
}

function Lost({ code, closeHref }: { code: string; closeHref: string }) {
  const record = parseCode(code)
  return (
    <p className="notice" role="status">
      <span className="notice-text">{code}, which this address pins, is not on the map: it was archived, or never was.</span>
      {record === null ? null : <a href={pathOf(record.kind, code)}>Open {code}</a>}
      <a href={closeHref}>Show the map without it</a>
    </p>
  )
}

function MapLegend({ rolledUp, records, money, implied, overlay, unheard }: { rolledUp: boolean; records: number; money: boolean; implied: boolean; overlay: MapPageData["overlay"]; unheard: boolean }) {
  return (
    <p className="small muted map-legend">
      {rolledUp ? `${records} records, gathered where they belong; open a stack to see what it holds. ` : ""}
      {money ? "The taller a card, the more money it takes. " : ""}
      A dashed card is a gap.{implied ? " A dashed line was only implied by a file and accepted from it." : ""}
      {overlay === "unheard" ? " At the foot of a card: how many of the people affected were heard; a box stands where that was too few." : ""}
      {overlay === "side-door" ? <> At the foot of a goal: the needs that teams met on their own. <a href="/byo">Read them in the register</a>.</> : ""}
      {unheard ? " A dotted line leads to somebody who was not heard yet." : ""}{" "}
      <span className="on-screen">Point at a card to see its chain, press Enter to keep it, move with the arrows.</span>
    </p>
  )
}

function NothingFits() {
  return (
    <EmptyState title="Nothing fits these filters." actions={<a className="btn" href="?">Show everything</a>}>
      <p>The records are all there; the filters above leave none of them.</p>
    </EmptyState>
  )
}

function EmptyMap({ mayCreate }: { mayCreate: boolean }) {
  return (
    <div className="page">
      <PageHeader title="Your map grows from one sentence: what does the business want this year?" />
      <EmptyState
        title="Start with one goal."
        actions={
          mayCreate ? (
            <>
              <a className="btn primary" href="/goals/new" data-new>
                Write the first goal
              </a>
              <a className="btn" href="/strategy/start">
                Start with five questions
              </a>
            </>
          ) : undefined
        }
      >
        <p>Then link the work that serves it, the services that work changes, and the applications behind them. What is missing shows by itself.</p>
      </EmptyState>
    </div>
  )
}
