/** Owns the list twin of the map: pillar, goal, work, service, application as one nested list with the same filters. */
import type { HeardWords } from "~/features/alignment/heard"
import { tieWords } from "~/features/alignment/people-on-map"
import { byName, changeRelations, type Graph, type GraphNode, type Strength } from "~/features/alignment/graph"
import { cardWords, chainGaps, type CardFacts, type CardState } from "~/features/alignment/map-card"
import { addressOf } from "~/features/alignment/map-chain"
import { columnOf, type MapColumn } from "~/features/alignment/map-edges"
import { servesOf, servingModel, type ServingModel } from "~/features/alignment/serving"
import { shortMoney } from "~/core/money"

export interface TreeRow {
  code: string
  name: string
  href: string
  column: MapColumn
  state: CardState
  stateWord: string
  fact: string
  /** Is it a gap of the chain, still open. */
  isGap: boolean
  accepted: string | null
  owner: string | null
  money: string | null
  /** The overlay's words; null where it is off or has nothing to say. */
  heard: HeardWords | null
  /** How much work helps the goal above it. */
  strength: Strength | null
  through: boolean
  below: readonly TreeRow[]
  /** Rows below that are closed for now. */
  closed: number
}

export interface TreeSection {
  title: string
  /** The pillar; null for records that lead to none. */
  head: TreeRow | null
  rows: readonly TreeRow[]
  /** Rows left out of a long list; their own list has them all. */
  more: number
}

export interface MapTree {
  sections: readonly TreeSection[]
  rows: number
  isClosed: boolean
}

/** Above so many rows the goals are closed until somebody opens one. */
export const openRows = 400
const looseRows = 40

interface Walk {
  model: ServingModel
  facts: CardFacts
  open: ReadonlySet<string>
  closes: boolean
  said: ((id: string) => HeardWords | null) | null
}

/** Gives the nested list of a filtered graph; goals named in `open` show what they hold even when the list is long. `said` is what the overlay says of a record. */
export function mapTree(graph: Graph, facts: CardFacts, open: ReadonlySet<string>, said: Walk["said"]): MapTree {
  const model = servingModel(graph)
  const walk: Walk = { model, facts, open, closes: graph.nodes.length > openRows, said }
  const goals = model.index.byKind.get("goal") ?? []
  const tops = goals.filter((goal) => goal.parentId === null || !model.index.nodes.has(goal.parentId)).sort(byName)
  const sections = tops.map((top): TreeSection => {
    const below = (model.index.children.get(top.id) ?? []).filter((child) => child.kind === "goal").sort(byName)
    const own = rowOf(walk, top, [...(below.length === 0 ? workRows(walk, top) : []), ...peopleRows(walk, top)])
    return { title: top.name, head: own, rows: below.map((goal) => goalRow(walk, goal)), more: 0 }
  })
  const loose = looseSections(walk)
  return { sections: [...sections, ...loose], rows: graph.nodes.length, isClosed: walk.closes }
}

function goalRow(walk: Walk, goal: GraphNode): TreeRow {
  const objectives = (walk.model.index.children.get(goal.id) ?? []).filter((child) => child.kind === "goal").sort(byName).map((child) => rowOf(walk, child, []))
  return rowOf(walk, goal, [...objectives, ...workRows(walk, goal), ...peopleRows(walk, goal)])
}

function workRows(walk: Walk, goal: GraphNode): TreeRow[] {
  const seen = new Set<string>()
  const all = walk.model.index.byKind.get("initiative") ?? []
  const serving = servers(walk, all).get(goal.id) ?? []
  const work = serving.map(({ node, strength, through }) => ({
    ...rowOf(walk, node, [...changedServices(walk, node, seen), ...peopleRows(walk, node)]), strength, through,
  }))
  const supporting = (walk.model.index.linksTo.get(goal.id) ?? [])
    .filter((link) => link.relation === "supports" && !seen.has(link.from))
    .flatMap((link) => walk.model.index.nodes.get(link.from) ?? [])
    .sort(byName)
  return [...work, ...supporting.map((service) => serviceRow(walk, service, seen))]
}

interface Server {
  node: GraphNode
  strength: Strength
  through: boolean
}
const serversOf = new WeakMap<ServingModel, Map<string, Server[]>>()

/** The work of every goal, strongest first; worked out once for a list. */
function servers(walk: Walk, work: readonly GraphNode[]): Map<string, Server[]> {
  const known = serversOf.get(walk.model)
  if (known !== undefined) return known
  const byGoal = new Map<string, Server[]>()
  for (const node of work) {
    for (const { goalId, strength, via } of servesOf(walk.model, node.id)) {
      const list = byGoal.get(goalId) ?? []
      list.push({ node, strength, through: via === "pillar" })
      byGoal.set(goalId, list)
    }
  }
  for (const list of byGoal.values()) list.sort((a, b) => b.strength - a.strength || byName(a.node, b.node))
  serversOf.set(walk.model, byGoal)
  return byGoal
}

function changedServices(walk: Walk, work: GraphNode, seen: Set<string>): TreeRow[] {
  const changed = (walk.model.index.linksFrom.get(work.id) ?? []).filter((link) => changeRelations.has(link.relation)).flatMap((link) => walk.model.index.nodes.get(link.to) ?? [])
  const rows: TreeRow[] = []
  for (const node of changed.sort(byName)) {
    if (seen.has(node.id)) continue
    if (node.kind === "service") rows.push(serviceRow(walk, node, seen))
    else {
      seen.add(node.id)
      rows.push(rowOf(walk, node, []))
    }
  }
  return rows
}

function serviceRow(walk: Walk, service: GraphNode, seen: Set<string>): TreeRow {
  seen.add(service.id)
  const applications = (walk.model.index.linksTo.get(service.id) ?? []).filter((link) => link.relation === "delivers" && !seen.has(link.from)).flatMap((link) => walk.model.index.nodes.get(link.from) ?? [])
  for (const { id } of applications) seen.add(id)
  return rowOf(walk, service, [...applications.sort(byName).map((node) => rowOf(walk, node, peopleRows(walk, node))), ...peopleRows(walk, service)])
}

/** Whoever is tied to a record stands below it, each time with how; a person may stand below several. */
function peopleRows(walk: Walk, subject: GraphNode): TreeRow[] {
  return (walk.model.index.linksTo.get(subject.id) ?? [])
    .flatMap((link) => walk.model.index.nodes.get(link.from) ?? [])
    .filter(({ kind }) => kind === "person")
    .sort(byName)
    .map((person): TreeRow => {
      const ties = (person.ties ?? []).filter(({ code }) => code === subject.code)
      const { state } = cardWords({ ...person, ties }, walk.facts)
      const word = ties[0] === undefined ? "" : tieWords[ties[0].relation]
      return { ...rowOf(walk, person, []), state, stateWord: word, fact: word, isGap: false }
    })
}

function looseSections(walk: Walk): TreeSection[] {
  const { index } = walk.model
  const pick = (kind: "initiative" | "service" | "application", lacks: (node: GraphNode) => boolean) => (index.byKind.get(kind) ?? []).filter(lacks).sort(byName)
  const work = pick("initiative", (node) => servesOf(walk.model, node.id).length === 0)
  const services = pick("service", (node) => !index.linksFrom.get(node.id)?.some((link) => link.relation === "supports") && !index.linksTo.get(node.id)?.some((link) => changeRelations.has(link.relation)))
  const applications = pick("application", (node) => !index.linksFrom.get(node.id)?.some((link) => link.relation === "delivers"))
  const others = (["capability", "unit"] as const).map((kind) => ({ title: kind === "unit" ? "Units" : "Capabilities", nodes: [...(index.byKind.get(kind) ?? [])].sort(byName) }))
  // What a filter hides above a record is no gap of the record.
  const lacks = (node: GraphNode) => walk.facts.gapsOf(node.id).some(({ gap }) => chainGaps.includes(gap))
  const halves = (title: string, other: string, nodes: readonly GraphNode[]) => [
    { title, nodes: nodes.filter(lacks) },
    { title: other, nodes: nodes.filter((node) => !lacks(node)) },
  ]
  const sections = [
    ...halves("Work that serves no goal", "Other work", work),
    ...halves("Services that lead to no goal", "Other services", services),
    ...halves("Applications that deliver no service", "Other applications", applications),
    ...others,
  ]
  return sections.filter(({ nodes }) => nodes.length > 0).map(({ title, nodes }) => {
    const seen = new Set<string>()
    const shown = walk.closes ? nodes.slice(0, looseRows) : nodes
    return {
      title, head: null, more: nodes.length - shown.length,
      rows: shown.map((node) => (node.kind === "initiative" ? rowOf(walk, node, [...changedServices(walk, node, seen), ...peopleRows(walk, node)]) : node.kind === "service" ? serviceRow(walk, node, seen) : rowOf(walk, node, []))),
    }
  })
}

function rowOf(walk: Walk, node: GraphNode, below: readonly TreeRow[]): TreeRow {
  // Money has a column of its own.
  const words = cardWords(node, { ...walk.facts, money: () => null })
  const money = walk.facts.money(node)
  const closes = walk.closes && node.kind === "goal" && !walk.open.has(node.code) && below.length > 0
  return {
    code: node.code, name: node.name, href: addressOf(node), column: columnOf(node, walk.model.levels.get(node.id)),
    state: words.state, stateWord: words.stateWord, fact: words.fact, isGap: words.state === "gap", accepted: words.accepted, owner: node.ownerName,
    money: money === null ? null : shortMoney(money, walk.facts.currency), strength: null, through: false,
    heard: walk.said?.(node.id) ?? null,
    below: closes ? [] : below, closed: closes ? below.length : 0,
  }
}
