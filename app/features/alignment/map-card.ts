/** Owns what stands on a card of the map: its words, its shape, its one number, and the same as a sentence for readers. */
import { dayMonthYear, monthYear } from "~/core/calendar"
import { shortMoney } from "~/core/money"
import type { GapName } from "~/features/alignment/gaps"
import type { GraphNode } from "~/features/alignment/graph"
import type { MapColumn } from "~/features/alignment/map-edges"
import type { MapNode } from "~/features/alignment/roll-up"
import { pressingTie, tiesSentence, tieWords } from "~/features/alignment/people-on-map"
import { amount } from "~/features/alignment/sentence"

export type CardState = "done" | "on-track" | "at-risk" | "off-track" | "not-started" | "unknown" | "gap" | "none"

export interface CardWords {
  state: CardState
  /** The state in words, for readers and lists. */
  stateWord: string
  /** The one number or word on the card. */
  fact: string
  /** What is missing, when the card is a gap. */
  gap: GapName | null
  /** Said of an accepted gap: "Accepted until 1 Mar 2027". */
  accepted: string | null
}

export interface CardFacts {
  gapsOf: (id: string) => readonly { gap: GapName; acceptedUntil: string | null }[]
  children: (id: string) => readonly GraphNode[]
  /** Applications that deliver a service. */
  deliverers: (id: string) => number
  /** Yearly money of a card as a decimal string, or null when none is known. */
  money: (node: GraphNode) => string | null
  /** The money view writes money on every card that has some. */
  showMoney: boolean
  /** Among only gaps a card says what else is missing, such as an owner. */
  everyGap: boolean
  currency: string
  today: string
  isPillar: (id: string) => boolean
}

/** The gaps of the chain itself, which make a card dashed; missing measures and owners are said in words. */
export const chainGaps: readonly GapName[] = ["goalsWithoutWork", "workWithoutGoal", "servicesWithoutPath", "applicationsWithoutService"]

export const gapLabels: Readonly<Record<GapName, string>> = {
  goalsWithoutWork: "No work yet",
  workWithoutGoal: "Serves no goal",
  servicesWithoutPath: "Leads to no goal",
  applicationsWithoutService: "Serves nothing",
  goalsWithoutMeasure: "No measure yet",
  goalsWithoutOwner: "No owner yet",
}

/** The same beside an amount, where a card has no room for more. */
const shortLabels: Readonly<Record<GapName, string>> = {
  goalsWithoutWork: "No work", workWithoutGoal: "No goal", servicesWithoutPath: "No goal",
  applicationsWithoutService: "No service", goalsWithoutMeasure: "No measure", goalsWithoutOwner: "No owner",
}

export const columnLabels: Readonly<Record<MapColumn, string>> = {
  pillar: "Pillars", goal: "Goals", work: "Work", capability: "Capabilities", service: "Services", application: "Applications", unit: "Units", person: "People & groups",
}

const stateWords: Readonly<Record<CardState, string>> = {
  done: "Done", "on-track": "On track", "at-risk": "At risk", "off-track": "Off track", "not-started": "Not started",
  unknown: "Not known", gap: "Gap", none: "",
}
const states: Readonly<Record<string, CardState>> = {
  done: "done", "on track": "on-track", "at risk": "at-risk", "off track": "off-track", "not started": "not-started",
  "not known": "unknown", "not reported": "unknown", "no work": "gap",
}
export const stageWords: Readonly<Record<string, string>> = {
  idea: "Idea", proposed: "Proposed", approved: "Approved", "in progress": "Running", "on hold": "On hold", completed: "Done", cancelled: "Cancelled",
}
export const lifecycleWords: Readonly<Record<string, string>> = {
  plan: "Planned", "phase in": "Coming in", active: "In use", "phase out": "Going out", "end of life": "End of life",
}

/** Gives the words of a card for a record. */
export function cardWords(node: GraphNode, facts: CardFacts): CardWords {
  const gaps = facts.gapsOf(node.id)
  const open = gaps.find(({ gap, acceptedUntil }) => acceptedUntil === null && (facts.everyGap || chainGaps.includes(gap)))
  const acceptedGap = gaps.find(({ gap, acceptedUntil }) => acceptedUntil !== null && chainGaps.includes(gap))
  const accepted = acceptedGap?.acceptedUntil ? `${gapLabels[acceptedGap.gap]}, accepted until ${dayMonthYear(acceptedGap.acceptedUntil)}` : null
  if (open !== undefined) {
    const money = node.kind === "initiative" || facts.showMoney ? facts.money(node) : null
    const fact = money === null ? gapLabels[open.gap] : `${shortLabels[open.gap]} · ${shortMoney(money, facts.currency)}`
    return { state: "gap", stateWord: gapLabels[open.gap], fact, gap: open.gap, accepted }
  }
  const plain = plainWords(node, facts)
  // A figure alone would read as if nothing were missing.
  const fact = acceptedGap?.acceptedUntil ? `Accepted until ${monthYear(acceptedGap.acceptedUntil)}` : plain.fact
  return { ...plain, fact, gap: null, accepted }
}

/** Gives the words of a group's card. */
export function groupWords(node: MapNode, facts: CardFacts): CardWords {
  const members = node.group?.memberIds ?? []
  const lacking = members.filter((id) => facts.gapsOf(id).some(({ gap, acceptedUntil }) => acceptedUntil === null && chainGaps.includes(gap))).length
  const fact = lacking === 0 ? "Open to see them" : amount(lacking, "gap")
  return { state: lacking === 0 ? "none" : "gap", stateWord: lacking === 0 ? "" : fact, fact, gap: null, accepted: null }
}

/** Gives the card as one sentence for readers: kind, name, state, number. */
export function spokenCard(kind: string, node: GraphNode, words: CardWords): string {
  if (node.kind === "person") return `${node.seats ? "Group" : kind} ${node.name}, ${node.code}: ${tiesSentence(node.ties ?? [])}`
  const state = words.state === "none" || words.state === "gap" ? "" : `${words.stateWord}, `
  const accepted = words.accepted === null ? "" : `. ${words.accepted}`
  return `${kind} ${node.name}, ${node.code}: ${state}${words.fact}${accepted}`
}

function plainWords(node: GraphNode, facts: CardFacts): Pick<CardWords, "state" | "stateWord" | "fact"> {
  switch (node.kind) {
    case "goal":
      return goalWords(node, facts)
    case "initiative":
      return workWords(node, facts)
    case "service":
      return quiet(withMoney(node.seats ? amount(node.seats, "person", "people") : amount(facts.deliverers(node.id), "application"), node, facts, facts.showMoney))
    case "application":
      return quiet(applicationFact(node, facts))
    case "capability":
    case "unit":
      return quiet(amount(facts.children(node.id).length, "part"))
    case "person":
      return personWords(node)
  }
}

// What is still to be done about somebody comes before what was: a card has room for one word.
function personWords({ ties = [] }: GraphNode): Pick<CardWords, "state" | "stateWord" | "fact"> {
  const pressing = pressingTie(ties)
  const heard = ties.filter(({ relation }) => relation === "heard").length
  const word = tieWords[pressing]
  if (pressing === "must be heard") return { state: "off-track", stateWord: word, fact: word }
  if (pressing === "heard") return { state: "done", stateWord: word, fact: `Heard on ${heard}` }
  return pressing === "affected" ? quiet(word) : { state: "not-started", stateWord: word, fact: word }
}

function goalWords(node: GraphNode, facts: CardFacts): Pick<CardWords, "state" | "stateWord" | "fact"> {
  const state = states[node.health ?? "not known"] ?? "unknown"
  const word = node.health === "no work" ? gapLabels.goalsWithoutWork : stateWords[state]
  if (facts.isPillar(node.id)) {
    const goals = facts.children(node.id).filter((child) => child.kind === "goal" && child.status !== "draft" && child.status !== "retired").length
    if (goals > 0) return { state, stateWord: word, fact: withMoney(amount(goals, "goal"), node, facts, facts.showMoney) }
  }
  const lacking = node.status === "active" ? facts.gapsOf(node.id).find(({ gap, acceptedUntil }) => acceptedUntil === null && gap === "goalsWithoutMeasure") : undefined
  const share = node.progress ?? null
  const number = share !== null ? percentOf(share) : lacking !== undefined ? gapLabels.goalsWithoutMeasure : "No reading yet"
  const folded = node.foldedCount ? ` · ${amount(node.foldedCount, "objective")}` : ""
  return { state: node.status === "draft" ? "not-started" : state, stateWord: node.status === "draft" ? "Draft" : word, fact: withMoney(`${node.status === "draft" ? "Draft" : number}${facts.showMoney ? "" : folded}`, node, facts, facts.showMoney) }
}

function workWords(node: GraphNode, facts: CardFacts): Pick<CardWords, "state" | "stateWord" | "fact"> {
  const stage = stageWords[node.status ?? ""] ?? ""
  if (node.status === "completed") return { state: "done", stateWord: "Done", fact: withMoney("Done", node, facts, true) }
  if (node.status === "cancelled") return quiet("Cancelled")
  if (node.status === "idea" || node.status === "proposed") return { state: "not-started", stateWord: stage, fact: withMoney(stage, node, facts, true) }
  const state = states[node.health ?? "not reported"] ?? "unknown"
  if (state === "not-started" && node.startsOn) return { state, stateWord: stateWords[state], fact: withMoney(monthYear(node.startsOn), node, facts, true) }
  const word = state === "unknown" ? "Not reported" : stateWords[state]
  const share = node.progress ?? null
  const number = node.status === "on hold" ? "On hold" : share === null ? word : percentOf(share)
  return { state, stateWord: node.status === "on hold" ? `On hold, ${word.toLowerCase()}` : word, fact: withMoney(number, node, facts, true) }
}

function applicationFact(node: GraphNode, facts: CardFacts): string {
  const people = node.seats === null || node.seats === undefined ? "" : amount(node.seats, "person", "people")
  const life = node.status === "active" ? "" : (lifecycleWords[node.status ?? ""] ?? "")
  const cost = facts.money(node)
  const parts = [life, people, (people === "" || facts.showMoney) && cost !== null ? shortMoney(cost, facts.currency) : ""].filter((part) => part !== "")
  return parts.length === 0 ? "Use not known" : parts.slice(0, 2).join(" · ")
}

function withMoney(text: string, node: GraphNode, facts: CardFacts, wanted: boolean): string {
  const money = wanted ? facts.money(node) : null
  return money === null ? text : `${text} · ${shortMoney(money, facts.currency)}`
}

function quiet(fact: string): Pick<CardWords, "state" | "stateWord" | "fact"> {
  return { state: "none", stateWord: "", fact }
}

function percentOf(share: number): string {
  return `${Math.round(share * 100)} %`
}
