// What the labels of a graph's nodes and the types of its edges most likely mean in our words; each can be chosen otherwise.
import { fold } from "~/core/fold"
import type { ChainKind } from "~/features/elements/element"
import { mayLink, relations, relationWords, type Relation } from "~/features/elements/link"

const filesOfGraph = /^(nodes?|vert(ex|ices)|edges?|links?|relations?|relationships?|\d+)$/

/**
 * The key of the source that the files of one graph's nodes and edges share: what their names have in common, without years, so that two
 * graphs that both count from 1 stay apart and next year's files find the same records.
 */
export function graphSource(fileName: string): string {
  const words = fold(fileName.replace(/\.[^.]*$/, "")).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !filesOfGraph.test(word))
  return `graph:${words.join(" ") || "nodes"}`
}

const labelKinds: Readonly<Record<string, ChainKind>> = {
  goal: "goal", objective: "goal", "strategic objective": "goal", outcome: "goal", target: "goal",
  initiative: "initiative", project: "initiative", programme: "initiative", program: "initiative", investment: "initiative", "work package": "initiative",
  service: "service", "business service": "service", "it service": "service", application: "application", system: "application", software: "application",
  capability: "capability", "business capability": "capability", "business function": "capability", "business area": "capability",
  unit: "unit", department: "unit", bureau: "unit", agency: "unit", team: "unit", "organisational unit": "unit", "organizational unit": "unit", "org unit": "unit",
  person: "person", employee: "person", function: "function", job: "function",
}

function plain(text: string): string {
  return fold(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).replace(/[_\s-]+/g, " ").trim()
}

/** The kind that a node's label means; "keep" where we have no word for it. */
export function guessLabel(label: string): ChainKind | "keep" {
  return labelKinds[plain(label)] ?? "keep"
}

export type EdgeMeaning = { relation: Relation; reversed: boolean } | { relation: "part of" | "keep"; reversed: boolean }
type Way = readonly [relation: Relation | "part of", reversed: boolean]

/** Words for edges: what they mean from their start to their end, and which of ours may be meant, the first that fits the two kinds. */
const edgeWays: Readonly<Record<string, readonly Way[]>> = {
  "is a type of": [["improves", false]],
  "has business function": [["improves", false]],
  changes: [["improves", false]], modifies: [["improves", false]], implements: [["introduces", false], ["improves", false]], builds: [["introduces", false]],
  "responsible for": [["affects", true]],
  serves: [["contributes to", false], ["supports", false], ["enables", false], ["part of", false]],
  "helps": [["contributes to", false]], "contributes to": [["contributes to", false]],
  "depends on": [["requires", false]], "needs": [["requires", false]],
  "part of": [["part of", false]], "belongs to": [["part of", false]], "child of": [["part of", false]], contains: [["part of", true]], "has part": [["part of", true]], "parent of": [["part of", true]],
  "used by": [["uses", true]], realizes: [["delivers", false], ["supports", false]], provides: [["delivers", false]], "provided by": [["delivers", true]],
}

const treeKinds: readonly ChainKind[] = ["goal", "unit", "capability"]

/** What an edge means: with both kinds known what may join them, else what its type can only mean; "keep" where that is nothing. */
export function guessEdge(type: string, from: ChainKind | "keep" | null, to: ChainKind | "keep" | null): EdgeMeaning {
  const said = plain(type)
  const own = relations.flatMap((relation): Way[] => [
    ...(said === relation || said === relationWords[relation].forth ? [[relation, false] as const] : []),
    ...(said === relationWords[relation].back ? [[relation, true] as const] : []),
  ])
  const ways = [...own, ...(edgeWays[said] ?? [])]
  // without the kinds a word that can mean several things means none
  const fits = from === null || to === null ? (ways.length === 1 ? ways[0] : undefined) : ways.find(([relation, reversed]) => fitsKinds(relation, reversed ? to : from, reversed ? from : to))
  return fits ? { relation: fits[0], reversed: fits[1] } : { relation: "keep", reversed: false }
}

/** The relation somebody chose, in the direction that fits the two kinds. */
export function chosenEdge(relation: Relation | "part of" | "keep", type: string, from: ChainKind | "keep" | null, to: ChainKind | "keep" | null): EdgeMeaning {
  const guess = guessEdge(type, from, to)
  if (relation === "keep" || guess.relation === relation || from === null || to === null) return { relation, reversed: guess.relation === relation && guess.reversed }
  return { relation, reversed: !fitsKinds(relation, from, to) && fitsKinds(relation, to, from) }
}

function fitsKinds(relation: Relation | "part of", from: ChainKind | "keep", to: ChainKind | "keep"): boolean {
  if (from === "keep" || to === "keep") return false
  return relation === "part of" ? from === to && treeKinds.includes(from) : mayLink(from, relation, to)
}
