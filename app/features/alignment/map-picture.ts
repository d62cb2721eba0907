/** Owns the picture of the map in plain values: cards with their places and words, edges with their lines, column heads. */
import { toCents } from "~/core/money"
import { financialYearLabel, financialYearSpan } from "~/core/calendar"
import type { Figures } from "~/features/alignment/figures"
import type { GapName } from "~/features/alignment/gaps"
import { foldObjectives } from "~/features/alignment/goal-folding"
import { filterGraph, onlyGaps } from "~/features/alignment/graph-filter"
import { layOut, layoutSizes, type Layout } from "~/features/alignment/graph-layout"
import { around, type Graph } from "~/features/alignment/graph"
import { groupHeardWords, heardClause, heardWords, type Heard, type HeardWords } from "~/features/alignment/heard"
import { alignColumns } from "~/features/alignment/map-alignment"
import { cardWords, chainGaps, columnLabels, groupWords, spokenCard, type CardFacts, type CardState } from "~/features/alignment/map-card"
import type { MapColumn } from "~/features/alignment/map-edges"
import { heightFor, moneyOf } from "~/features/alignment/map-money"
import { edgeLine, edgeWidth } from "~/features/alignment/map-line"
import type { MapRequest } from "~/features/alignment/map-request"
import { withPeople, type PeopleOnMap } from "~/features/alignment/people-on-map"
import { groupNeedWords, needClause, type Needs, type OpenNeed } from "~/features/alignment/side-door"
import { rollUp, visibleLimit, type MapNode, type VisibleEdge } from "~/features/alignment/roll-up"
import type { ServingModel } from "~/features/alignment/serving"
import { amount } from "~/features/alignment/sentence"

export interface MapSource {
  version: string
  today: string
  company: { currency: string; yearFirstMonth: number }
  graph: Graph
  model: ServingModel
  figuresFor: (year: number | null) => Figures
  gapsOf: CardFacts["gapsOf"]
  owners: readonly { id: string; code: string; name: string }[]
  /** Who was heard about every open goal and initiative; only where the overlay is asked for. */
  heard?: Heard | null
  /** The needs behind side-door tools under their goals; only where their overlay is asked for. */
  needs?: Needs | null
  /** Only where their column is asked for. */
  people?: PeopleOnMap | null
  /** Who was heard about what the answer on the pinned record names; only where one is pinned. */
  heardInChain?: Heard | null
}

export interface MapCardData {
  /** The record's id, for forms that link it; never shown. */
  id: string
  /** The record's short id, or the group's key. */
  key: string
  column: MapColumn
  x: number
  y: number
  height: number
  name: string
  code: string
  state: CardState
  fact: string
  gap: GapName | null
  /** The card as one sentence. */
  spoken: string
  /** Address of the record's page; empty for a group. */
  kind: string
  count: number
  /** The overlay's lines at the foot of the card; null where it has nothing to say. */
  heard: HeardWords | null
}

export interface MapEdgeData {
  id: string
  from: string
  to: string
  line: string
  width: number
  count: number
  role: VisibleEdge["role"]
  indirect: boolean
  /** To somebody who was not heard yet: drawn dotted. */
  unheard: boolean
}

export interface MapHead {
  column: MapColumn
  label: string
  x: number
  count: number
  gaps: number
}

export interface MapPicture {
  cards: readonly MapCardData[]
  edges: readonly MapEdgeData[]
  heads: readonly MapHead[]
  width: number
  height: number
  isRolledUp: boolean
  opened: readonly { id: string; label: string }[]
  records: number
  stepCount: number
}

export const cardWidth = 186
export const columnGap = 48
const heardHeight = 24
const moreHeight = 18
/** A map that must be rolled up begins as an overview of about a screen; groups open from there. */
const overviewLimit = 90

const kindNames: Readonly<Record<MapColumn, string>> = {
  pillar: "Pillar", goal: "Goal", work: "Initiative", capability: "Capability", service: "Service", application: "Application", unit: "Unit", person: "Person",
}

/** Gives the records the request asks for, objectives folded into their goals. */
export function requestedGraph(source: MapSource, request: MapRequest): Graph {
  const idOf = (code: string | null): string | null => (code === null ? null : (source.graph.nodes.find((node) => node.code === code)?.id ?? null))
  // A code that nobody has, or whose record was archived since, fits nothing: showing all would answer another question.
  const named = (code: string | null): string | null => (code === null ? null : (idOf(code) ?? code))
  const owner = request.owner === null ? null : (source.owners.find(({ code }) => code === request.owner)?.id ?? request.owner)
  const year = request.year === null ? null : { year: request.year, ...financialYearSpan(request.year, source.company.yearFirstMonth) }
  const filtered = filterGraph(source.graph, {
    kinds: request.kinds, statuses: request.statuses, unitId: named(request.unit), ownerId: owner, year, finished: request.finished,
    ...(request.relations === null ? {} : { relations: request.relations }),
  })
  const gaps = request.gapsOnly ? onlyGaps(filtered, source.figuresFor(request.year).gaps) : filtered
  const focus = named(request.focus)
  const near = focus === null ? gaps : around(gaps, focus, request.depth)
  const openGoals = new Set([...request.open].flatMap((key) => idOf(key) ?? []))
  // An objective that is a gap itself must be seen among only gaps; folded, its goal would stand there without a reason.
  if (request.gapsOnly) for (const { id, parentId } of near.nodes) if (parentId !== null && source.gapsOf(id).some(isOpenGap)) openGoals.add(parentId)
  const folded = foldObjectives(near, openGoals)
  return source.people && request.kinds.has("person") ? withPeople(folded, near, source.people) : folded
}

/** Gives the whole picture for a request: the same records give the same picture at every load. */
export function mapPicture(source: MapSource, request: MapRequest): MapPicture {
  const graph = requestedGraph(source, request)
  const view = viewOf(graph, request)
  const figures = source.figuresFor(request.year)
  const money = moneyOf(source.model.index, figures)
  const facts = factsOf(source, money, request)
  const said = overlayOf(source, request, graph)
  const heardOf = new Map(said === null ? [] : view.nodes.flatMap((node) => overlayOn(node, said)))
  const largest = request.money ? view.nodes.reduce((most, node) => maxOf(most, node, money), 0n) : 0n
  const layout = layOut(
    view.nodes.map((node) => ({
      id: node.id, column: node.column, sortKey: node.sortKey,
      height: heightFor(request.money && node.record ? money(node.record) : null, largest) + footOf(heardOf.get(node.id) ?? null),
    })),
    view.edges.filter((edge) => edge.role !== "through"),
    { columnWidth: cardWidth, columnGap },
  )
  const byId = new Map(view.nodes.map((node) => [node.id, node]))
  const places = alignColumns(layout.positions, view.edges.filter((edge) => edge.role === "chain"), layoutSizes.rowGap)
  const cards = places.flatMap((place): MapCardData[] => {
    const node = byId.get(place.id)
    return node === undefined ? [] : [cardOf(node, place, facts, heardOf.get(node.id) ?? null)]
  })
  const keys = new Map(places.map((place, at) => [place.id, cards[at]]))
  return {
    cards,
    edges: view.edges.flatMap((edge) => edgeOf(edge, keys)),
    heads: headsOf(layout, view.columnCounts, graph, source, request.gapsOnly),
    width: layout.width,
    height: Math.max(0, ...places.map((place) => place.y + place.height)),
    isRolledUp: view.isRolledUp,
    opened: [...view.opened, ...graph.nodes.filter((node) => request.open.has(node.code)).map((node) => ({ id: node.code, label: `Objectives of ${node.name}` }))],
    records: graph.nodes.length,
    stepCount: layout.columns.length,
  }
}

/** Gives which card stands for each record on the map of a request: its own, its goal's for a folded objective, or the closed group it is in. */
export function cardsOf(source: MapSource, request: MapRequest, graph: Graph): (id: string) => string | null {
  const { nodes } = source.model.index
  const shownAs = new Map(graph.nodes.map(({ id, code }) => [id, code]))
  const { placeOf } = viewOf(graph, request)
  return (id) => {
    const shown = placeOf.has(id) ? id : (nodes.get(id)?.parentId ?? "")
    const place = placeOf.get(shown)
    return place === undefined ? null : (shownAs.get(place) ?? place)
  }
}

/** Gives what cards need to know beyond their own record. */
export function factsOf(source: MapSource, money: CardFacts["money"], { money: showMoney, gapsOnly }: Pick<MapRequest, "money" | "gapsOnly">): CardFacts {
  const { index, levels } = source.model
  return {
    gapsOf: source.gapsOf,
    children: (id) => index.children.get(id) ?? [],
    deliverers: (id) => (index.linksTo.get(id) ?? []).filter((link) => link.relation === "delivers").length,
    money, showMoney, everyGap: gapsOnly,
    currency: source.company.currency,
    today: source.today,
    isPillar: (id) => levels.get(id) === "pillar",
  }
}

function isOpenGap({ acceptedUntil }: { acceptedUntil: string | null }): boolean {
  return acceptedUntil === null
}

/** Gives the label of the chosen year, null for all years. */
export function yearLabelOf(source: MapSource, year: number | null): string | null {
  return year === null ? null : financialYearLabel(year, source.company.yearFirstMonth)
}

function viewOf(graph: Graph, request: MapRequest) {
  return rollUp(graph, { open: request.open, limit: graph.nodes.length <= visibleLimit ? visibleLimit : overviewLimit })
}

/** Gives the height that the overlay's lines add to a card. */
export function footOf(heard: HeardWords | null): number {
  return heard === null ? 0 : heard.more === "" ? heardHeight : heardHeight + moreHeight
}

/** What the overlay of a request says: of a record by its id, of a closed group by its members, and in the map's sentence. */
export interface Overlay {
  of: (id: string) => HeardWords | null
  ofGroup: (ids: readonly string[]) => HeardWords | null
  clause: string
}

/** Gives the overlay the request asks for; null when it is off. The needs of an objective that is folded away stand with its goal. */
export function overlayOf(source: MapSource, request: Pick<MapRequest, "unheard" | "sideDoor">, graph: Graph): Overlay | null {
  const { heard, needs } = source
  if (request.unheard && heard) {
    const of = (id: string) => heard.get(id)
    return { of: (id) => wordsOr(of(id), heardWords), ofGroup: (ids) => groupHeardWords(ids.flatMap((id) => of(id) ?? [])), clause: heardClause(heard) }
  }
  if (!request.sideDoor || !needs) return null
  const shown = new Set(graph.nodes.map(({ id }) => id))
  const byCard = new Map<string, Map<string, OpenNeed>>()
  for (const [id, each] of needs.byGoal) {
    const card = shown.has(id) ? id : (source.model.index.nodes.get(id)?.parentId ?? id)
    byCard.set(card, new Map([...(byCard.get(card) ?? []), ...each.map((need) => [need.id, need] as const)]))
  }
  const of = (id: string) => [...(byCard.get(id)?.values() ?? [])]
  return { of: (id) => groupNeedWords([of(id)]), ofGroup: (ids) => groupNeedWords(ids.map(of)), clause: needClause(needs) }
}

function wordsOr<T>(value: T | undefined, words: (value: T) => HeardWords): HeardWords | null {
  return value === undefined ? null : words(value)
}

/** What the overlay says of a record, or of all that a closed group holds. */
function overlayOn(node: MapNode, said: Overlay): [string, HeardWords][] {
  const own = node.record === null ? null : said.of(node.id)
  const words = own ?? said.ofGroup(node.group?.memberIds ?? [])
  return words === null ? [] : [[node.id, words]]
}

function cardOf(node: MapNode, place: Layout["positions"][number], facts: CardFacts, heard: HeardWords | null): MapCardData {
  const said = heard === null ? "" : ` ${heard.full}`
  const spot = { column: node.column, x: place.x, y: place.y, height: place.height }
  if (node.record === null) {
    const words = groupWords(node, facts)
    const label = node.group?.label ?? ""
    return { id: "", key: node.id, ...spot, name: label, code: "", state: words.state, fact: words.fact, gap: null, spoken: `${label}. ${words.fact}${heard === null ? "" : "."}${said}`, kind: "", count: node.group?.count ?? 0, heard }
  }
  const words = cardWords(node.record, facts)
  return {
    id: node.id, key: node.record.code, ...spot, name: node.record.name, code: node.record.code, state: words.state, fact: words.fact, gap: words.gap,
    spoken: `${spokenCard(kindNames[node.column], node.record, words)}${heard === null ? "" : "."}${said}`, kind: node.record.kind, count: 1, heard,
  }
}

function edgeOf(edge: VisibleEdge, cards: ReadonlyMap<string, MapCardData | undefined>): MapEdgeData[] {
  const from = cards.get(edge.left)
  const to = cards.get(edge.right)
  if (from === undefined || to === undefined) return []
  return [{
    id: edge.id, from: from.key, to: to.key, count: edge.count, role: edge.role, indirect: edge.indirect,
    unheard: to.column === "person" && !edge.relations.includes("heard"),
    line: edge.role === "through" ? "" : edgeLine(from, to, cardWidth),
    width: edgeWidth(edge),
  }]
}

function headsOf(layout: Layout, counts: Readonly<Partial<Record<MapColumn, number>>>, graph: Graph, source: MapSource, gapsOnly: boolean): MapHead[] {
  const gaps = new Map<MapColumn, number>()
  // among only gaps a card is there for any open one, and the head counts the cards that are
  for (const node of graph.nodes) {
    if (!source.gapsOf(node.id).some((each) => (gapsOnly ? isOpenGap(each) : chainGaps.includes(each.gap)))) continue
    const column = node.kind === "goal" ? (source.model.levels.get(node.id) === "pillar" ? "pillar" : "goal") : node.kind === "initiative" ? "work" : node.kind
    gaps.set(column, (gaps.get(column) ?? 0) + 1)
  }
  return layout.columns.map(({ column, x }) => ({ column, x, label: columnLabels[column], count: counts[column] ?? 0, gaps: gaps.get(column) ?? 0 }))
}

function maxOf(most: bigint, node: MapNode, money: CardFacts["money"]): bigint {
  const own = node.record === null ? null : money(node.record)
  const cents = own === null ? 0n : toCents(own)
  return cents > most ? cents : most
}

/** Gives the picture in one sentence, as the label of a drawing. */
export function pictureWords(picture: MapPicture): string {
  const parts = picture.heads.map((head) => `${head.label} ${head.count}${head.gaps > 0 ? ` with ${amount(head.gaps, "gap")}` : ""}`)
  return `Alignment map: ${parts.join(", ")}.`
}
