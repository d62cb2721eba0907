/** Owns the chain of one record in words: the nested list beside the map, from pillar to application. */
import type { GapName } from "~/features/alignment/gaps"
import type { Heard } from "~/features/alignment/heard"
import { byName, type Graph, type GraphNode } from "~/features/alignment/graph"
import { cardWords, chainGaps, gapLabels, type CardFacts } from "~/features/alignment/map-card"
import { columnOf, mapEdges } from "~/features/alignment/map-edges"
import { tiesSentence } from "~/features/alignment/people-on-map"
import type { ServingModel } from "~/features/alignment/serving"
import { trace } from "~/features/alignment/trace"
import { whyOf } from "~/features/alignment/why"
import { sentence, type Why } from "~/features/alignment/why-parts"
import { pathOf, type ChainKind } from "~/features/elements/element"

export interface ChainLink {
  code: string
  name: string
  href: string
  column: string
  /** "At risk, 40 % · €320k" */
  words: string
  here: boolean
  below: readonly ChainLink[]
}

export interface Chain {
  code: string
  name: string
  kind: string
  href: string
  question: string
  sentences: readonly (readonly { text: string; href: string | null }[])[]
  gaps: readonly { gap: GapName; label: string; acceptedUntil: string | null; inChain: boolean }[]
  tree: readonly ChainLink[]
  /** Records in the chain that the list leaves out because they are too many. */
  more: number
  ownerName: string | null
}

const mostListed = 120

/** Gives the answer and the nested chain of a record in the graph shown; null for a short id that is not there. */
export function chainOf(model: ServingModel, graph: Graph, code: string, facts: CardFacts, heard: Heard | null): Chain | null {
  const node = [...model.index.nodes.values()].find((each) => each.code === code) ?? graph.nodes.find((each) => each.code === code)
  if (node === undefined) return null
  const why = node.kind === "person" ? whyPerson(node) : whyOf(model, node.id, heard)
  const shown = graph.nodes.some(({ id }) => id === node.id) ? graph : model.index.graph
  const { tree, more } = treeOf(model, shown, node, facts)
  return {
    code: node.code, name: node.name, kind: node.kind, href: addressOf(node), ownerName: node.ownerName,
    question: why?.question ?? node.name,
    sentences: (why?.sentences ?? []).map((parts) => parts.map(({ text, nodeId }) => ({ text, href: nodeId === undefined ? null : hrefOf(model, nodeId) }))),
    gaps: facts.gapsOf(node.id).map(({ gap, acceptedUntil }) => ({ gap, acceptedUntil, label: gapLabels[gap], inChain: chainGaps.includes(gap) })),
    tree, more,
  }
}

function whyPerson(person: GraphNode): Why {
  return { question: `What is ${person.name} asked about?`, sentences: [sentence(tiesSentence(person.ties ?? []))] }
}

/** Gives the address of a record's page. */
export function addressOf(node: Pick<GraphNode, "kind" | "code">): string {
  return pathOf(node.kind as ChainKind, node.code)
}

function hrefOf(model: ServingModel, id: string): string | null {
  const node = model.index.nodes.get(id)
  return node === undefined ? null : addressOf(node)
}

function treeOf(model: ServingModel, graph: Graph, start: GraphNode, facts: CardFacts): { tree: ChainLink[]; more: number } {
  const { steps } = trace(graph, start.id)
  const nodes = new Map([...model.index.nodes, ...graph.nodes.flatMap((node) => (node.kind === "person" ? [[node.id, node] as const] : []))])
  const below = new Map<string, string[]>()
  const hasAbove = new Set<string>()
  for (const edge of mapEdges(graph)) {
    if (edge.role === "aside" || !steps.has(edge.left) || !steps.has(edge.right)) continue
    const list = below.get(edge.left) ?? []
    if (!list.includes(edge.right)) list.push(edge.right)
    below.set(edge.left, list)
    hasAbove.add(edge.right)
  }
  const listed = new Set<string>()
  const linkOf = (id: string): ChainLink | null => {
    const node = nodes.get(id)
    if (node === undefined || listed.has(id) || listed.size >= mostListed) return null
    listed.add(id)
    const words = cardWords(node, facts)
    // Each record stands once, under the first that leads to it.
    const children = sorted(nodes, below.get(id) ?? []).flatMap((child) => linkOf(child) ?? [])
    return {
      code: node.code, name: node.name, href: addressOf(node), column: columnOf(node, model.levels.get(id)),
      words: [words.state === "gap" ? "" : words.stateWord, words.fact].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(", "),
      here: id === start.id, below: children,
    }
  }
  const tops = sorted(nodes, [...steps.keys()].filter((id) => !hasAbove.has(id)))
  const tree = tops.flatMap((id) => linkOf(id) ?? [])
  return { tree, more: Math.max(0, steps.size - listed.size) }
}

function sorted(nodes: ReadonlyMap<string, GraphNode>, ids: readonly string[]): string[] {
  return ids.flatMap((id) => nodes.get(id) ?? []).sort(byName).map(({ id }) => id)
}
