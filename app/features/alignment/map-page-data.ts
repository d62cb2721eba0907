/** Owns what the map's page is given for one request: sentences, one of its three views, the pinned chain, the choices of its filters. */
import { dayMonthYear, financialYearLabel, financialYearOf } from "~/core/calendar"
import { budgetYears } from "~/features/alignment/budget"
import { byName, type Graph } from "~/features/alignment/graph"
import { chainOf, type Chain } from "~/features/alignment/map-chain"
import { moneyOf } from "~/features/alignment/map-money"
import { cardsOf, factsOf, mapPicture, overlayOf, requestedGraph, yearLabelOf, type MapPicture, type MapSource } from "~/features/alignment/map-picture"
import { isFiltered, mapRelations, readMapRequest, type MapRequest } from "~/features/alignment/map-request"
import { mapTree, type MapTree } from "~/features/alignment/map-tree"
import { matrixOf, type Matrix } from "~/features/alignment/matrix"
import { mapSubSentences, mapTitle } from "~/features/alignment/sentence"
import { trace } from "~/features/alignment/trace"
import { workingOf, type Working } from "~/features/alignment/working"
import { relationWords } from "~/features/elements/link"

export interface MapPageData {
  view: MapRequest["view"]
  year: number | null
  title: string
  below: readonly string[]
  asOf: string
  working: Working
  isEmpty: boolean
  isFiltered: boolean
  /** The overlay that is on. */
  overlay: "unheard" | "side-door" | null
  picture: MapPicture | null
  tree: MapTree | null
  matrix: Matrix | null
  traced: string | null
  /** The record the address pins although it is no longer, or never was, on the map. */
  lost: string | null
  /** The card that stands for it on the map: its own, or the closed group it is in. */
  tracedCard: string | null
  /** Step of each card in the pinned chain. */
  steps: Record<string, number>
  chain: Chain | null
  choices: {
    units: { code: string; name: string }[]
    owners: { code: string; name: string }[]
    years: { year: number; label: string }[]
    relations: { relation: string; label: string }[]
    hasCapabilities: boolean
  }
}

const mostPictures = 40
const pictures = new WeakMap<Graph, Map<string, MapPicture>>()

/** Gives the picture of a request; the same request meets it again until the records change. */
export function pictureFor(source: MapSource, search: URLSearchParams): MapPicture {
  const key = new URLSearchParams(search)
  for (const name of ["trace", "present", "done", "theme"]) key.delete(name)
  if (source.people?.withStanding) key.set("standing", "seen")
  key.sort()
  const known = pictures.get(source.graph) ?? new Map<string, MapPicture>()
  pictures.set(source.graph, known)
  const picture = known.get(String(key)) ?? mapPicture(source, readMapRequest(search))
  if (known.size >= mostPictures) known.clear()
  known.set(String(key), picture)
  return picture
}

/** Gives everything the page shows for an address; `view` replaces the one in the address. */
export function mapPageData(source: MapSource, search: URLSearchParams, view: MapRequest["view"]): MapPageData {
  const request = readMapRequest(search)
  const figures = source.figuresFor(request.year)
  const yearLabel = yearLabelOf(source, request.year)
  const facts = factsOf(source, moneyOf(source.model.index, figures), { money: false, gapsOnly: request.gapsOnly })
  const asOf = dayMonthYear(source.today)
  const needsGraph = view !== "map" || request.trace !== null
  const graph = needsGraph ? requestedGraph(source, request) : source.graph
  const chain = request.trace === null ? null : chainOf(source.model, graph, request.trace, facts, source.heardInChain ?? null)
  const page = Number(search.get("page"))
  const said = overlayOf(source, request, graph)
  return {
    view, year: request.year, asOf,
    title: mapTitle(figures),
    below: [...(said === null ? [] : [said.clause].filter(Boolean)), ...mapSubSentences(figures, { currency: source.company.currency, yearLabel })],
    working: workingOf({ index: source.model.index, figures, currency: source.company.currency, asOf, yearLabel }, "alignment"),
    isEmpty: !source.graph.nodes.some((node) => node.kind !== "unit"),
    isFiltered: isFiltered(request) || request.finished,
    picture: view === "map" ? pictureFor(source, search) : null,
    overlay: request.unheard ? "unheard" : request.sideDoor ? "side-door" : null,
    tree: view === "table" ? mapTree(graph, facts, request.open, said?.of ?? null) : null,
    matrix: view === "matrix" ? matrixOf(source.model, graph, facts, { pillar: search.get("pillar"), page: Number.isInteger(page) ? page : 1, gapsOnly: request.gapsOnly }) : null,
    traced: chain === null ? null : chain.code,
    lost: chain === null ? request.trace : null,
    ...(chain === null || view !== "map" ? { tracedCard: null, steps: {} } : markedOf(source, request, graph, chain.code)),
    chain,
    choices: choicesOf(source),
  }
}

/** Gives the chain of the address alone, for a page that shows the rest already. */
export function chainFor(source: MapSource, search: URLSearchParams): Chain | null {
  const request = readMapRequest(search)
  if (request.trace === null) return null
  return chainOf(source.model, requestedGraph(source, request), request.trace, factsOf(source, moneyOf(source.model.index, source.figuresFor(request.year)), { money: false, gapsOnly: request.gapsOnly }), source.heardInChain ?? null)
}

/** The pinned record and its chain as they are seen: a record in a closed group marks the group. */
function markedOf(source: MapSource, request: MapRequest, graph: Graph, code: string): Pick<MapPageData, "tracedCard" | "steps"> {
  const start = source.graph.nodes.find((node) => node.code === code) ?? graph.nodes.find((node) => node.code === code)
  if (start === undefined) return { tracedCard: null, steps: {} }
  const cardOf = cardsOf(source, request, graph)
  const whole = graph.nodes.some(({ id }) => id === start.id) ? graph : source.model.index.graph
  const steps = [...trace(whole, start.id).steps].flatMap(([id, step]) => {
    const card = cardOf(id)
    return card === null ? [] : [[card, step] as const]
  })
  return { tracedCard: cardOf(start.id), steps: Object.fromEntries(steps) }
}

function choicesOf(source: MapSource): MapPageData["choices"] {
  const { byKind } = source.model.index
  const first = source.company.yearFirstMonth
  const years = new Set([...budgetYears(byKind.get("initiative") ?? []), financialYearOf(source.today, first)])
  return {
    units: [...(byKind.get("unit") ?? [])].sort(byName).map(({ code, name }) => ({ code, name })).slice(0, 200),
    owners: source.owners.map(({ code, name }) => ({ code, name })).slice(0, 200),
    years: [...years].sort((a, b) => a - b).map((year) => ({ year, label: financialYearLabel(year, first) })),
    relations: mapRelations.map((relation) => ({ relation, label: relation === "part of" ? "part of" : relationWords[relation].forth })),
    hasCapabilities: (byKind.get("capability") ?? []).length > 0,
  }
}
