/** Owns who was heard about open goals and work, in words: the overlay of unheard people and the answers to "why?" say the same. */
import { openStatuses, type GraphNode } from "~/features/alignment/graph"
import { cellName, percentOf, type Coverage } from "~/features/consultations/coverage"

/** What is known about one subject; names groups of people, never a person, and nothing that anybody said. */
export interface HeardAbout {
  /** A conversation about it was opened, or somebody was heard. */
  isAsked: boolean
  /** Somebody said with a reason that it affects nobody. */
  affectsNobody: boolean
  /** 0 to 1 by headcount (F8); null while nobody is known to be affected. */
  share: number | null
  headcount: number
  groups: number
  groupsHeard: number
  /** The gate of F8; null: cannot be judged. */
  passes: boolean | null
  /** "Warehouse, front line": groups that were not heard enough, in the order of units. */
  missing: readonly string[]
  /** People who must be heard and were not. */
  mustStill: number
  /** Affected units with at least one voice. */
  unitIds: readonly string[]
}

/** By the id of the subject. */
export type Heard = ReadonlyMap<string, HeardAbout>

export type HeardState = "done" | "at-risk" | "gap" | "unknown" | "not-started"

export interface HeardWords {
  state: HeardState
  /** "Heard 82 %", "Nobody asked": what stands on a card. */
  words: string
  /** "missing: Warehouse, front line"; empty when nothing more need be said. */
  more: string
  /** All of it as one sentence, for lists and readers. */
  full: string
  /** Too few were heard: it is emphasised. */
  isUnder: boolean
}

const finishedGoals: ReadonlySet<string> = new Set(["achieved", "missed", "retired"])

/** Says whether the record is a goal or an initiative that is not finished: what people can still be heard about. */
export function isOpenSubject(node: GraphNode): boolean {
  if (node.kind === "goal") return !finishedGoals.has(node.status ?? "")
  return node.kind === "initiative" && openStatuses.has(node.status ?? "")
}

/** Gives what the overlay needs of a subject's coverage. */
export function heardFrom(asked: { coverage: Coverage; nobody: object | null; lastOpenedOn: string | null }): HeardAbout {
  const { share, headcount, cells, groupsHeard, passes, missing, mustHear } = asked.coverage
  const unitIds = [...new Set(cells.filter(({ heard }) => heard > 0).map(({ unitId }) => unitId))]
  return {
    isAsked: asked.lastOpenedOn !== null || unitIds.length > 0, affectsNobody: asked.nobody !== null,
    share, headcount, groups: cells.length, groupsHeard, passes, missing: missing.map(cellName), mustStill: mustHear.filter(({ heard }) => !heard).length, unitIds,
  }
}

/** Gives how much was heard in words and with its shape. */
export function heardWords(heard: HeardAbout): HeardWords {
  if (heard.affectsNobody) return { state: "done", words: "Nobody affected", more: "", full: "Nobody is affected.", isUnder: false }
  if (heard.share === null) return { state: "unknown", words: "Who is affected?", more: "", full: "Who is affected is not known yet.", isUnder: false }
  if (!heard.isAsked) {
    const people = `${heard.headcount} ${heard.headcount === 1 ? "person" : "people"} affected`
    return { state: "gap", words: "Nobody asked", more: people, full: `Nobody was asked, ${people}.`, isUnder: true }
  }
  const full = `Heard ${groupsHeard(heard)}.${missingSentence(heard)}`
  if (heard.share === 0) return { state: "gap", words: "Nobody heard yet", more: missingWords(heard), full, isUnder: true }
  const words = `Heard ${shareInWords(heard.share)}`
  return heard.passes === true ? { state: "done", words, more: "", full, isUnder: false } : { state: "at-risk", words, more: missingWords(heard), full, isUnder: true }
}

/** Gives the words of a closed group: how many of its subjects too few were heard about; null when it holds none. */
export function groupHeardWords(members: readonly HeardAbout[]): HeardWords | null {
  if (members.length === 0) return null
  const under = members.map(heardWords).filter(({ isUnder }) => isUnder).length
  const words = under === 0 ? "Heard enough" : `${under} of ${members.length} unheard`
  return { state: under === 0 ? "done" : "gap", words, more: "", full: `${under === 0 ? "Enough people were heard" : `Too few people were heard about ${under} of ${members.length}`}.`, isUnder: under > 0 }
}

/** Gives the clause that the overlay adds to the map's sentence; empty when nobody is known to be affected by anything. */
export function heardClause(heard: Heard): string {
  const judged = [...heard.values()].filter(({ share, affectsNobody }) => share !== null || affectsNobody)
  if (judged.length === 0) return ""
  const under = judged.filter((each) => heardWords(each).isUnder)
  const silent = under.filter(({ isAsked }) => !isAsked).length
  const plans = `open ${judged.length === 1 ? "goal or initiative" : "goals and initiatives"}`
  if (under.length === 0) return judged.length === 1 ? `Enough people were heard about the one ${plans}.` : `Enough people were heard about all ${judged.length} ${plans}.`
  const first = `Too few people were heard about ${judged.length === 1 ? `the one ${plans}` : `${under.length} of ${judged.length} ${plans}`}`
  if (silent === 0) return `${first}.`
  return silent === under.length ? `${first}: nobody was asked.` : `${first}, and nobody was asked about ${silent}.`
}

/** "14 of 17 groups, 82 %" */
export function groupsHeard({ groups, groupsHeard: heard, share }: HeardAbout): string {
  return `${heard} of ${groups} ${groups === 1 ? "group" : "groups"}, ${shareInWords(share ?? 0)}`
}

// Some were heard: "0 %" would say that nobody was.
function shareInWords(share: number): string {
  return share > 0 && share < 0.01 ? "under 1 %" : percentOf(share)
}

/** " Missing: Warehouse, front line; Shops, managers; and 2 more." Empty when nobody is. */
export function missingSentence(heard: HeardAbout): string {
  const all = missingOf(heard)
  if (all.length === 0) return ""
  return ` Missing: ${all.slice(0, 3).join("; ")}${all.length > 3 ? `; and ${all.length - 3} more` : ""}.`
}

function missingWords(heard: HeardAbout): string {
  const [first, ...more] = missingOf(heard)
  return first === undefined ? "" : `missing: ${first}${more.length > 0 ? `; ${more.length} more` : ""}`
}

function missingOf({ missing, mustStill }: HeardAbout): string[] {
  return [...missing, ...(mustStill === 0 ? [] : [`${mustStill} who must be heard`])]
}
