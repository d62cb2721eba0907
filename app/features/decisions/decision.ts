// A decision: a choice with its context, options and reasons; its words, its states, and which step may follow which.
import type { DecisionRelation, DecisionState, DecisionTopic } from "#db/words"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { saysSomething } from "~/core/visible-text"

export type { DecisionRelation, DecisionState, DecisionTopic } from "#db/words"

/** What a person decides here; a version of the strategy is signed in the same way and has a page of its own. */
export const roomTopics = ["standard", "architecture", "sourcing", "policy"] as const satisfies readonly DecisionTopic[]
export type RoomTopic = (typeof roomTopics)[number]
export const topicWords: Record<DecisionTopic, string> = {
  standard: "One tool for a job", architecture: "How systems are built", sourcing: "Who delivers it", policy: "A rule for everybody", "strategy version": "A version of the strategy",
}

export const decisionStates = ["draft", "in consultation", "ready", "approved", "rejected", "superseded", "withdrawn"] as const satisfies readonly DecisionState[]
export const stateWords: Record<DecisionState, string> = {
  draft: "Draft", "in consultation": "Asking people", ready: "Waiting for signatures", approved: "Decided", rejected: "Rejected", superseded: "Replaced", withdrawn: "Withdrawn",
}

export const tieRelations = ["governs", "adopts", "permits", "retires", "affects"] as const satisfies readonly DecisionRelation[]
export const tieWords: Record<DecisionRelation, { label: string; kind: "function" | "application" | "unit" }> = {
  governs: { label: "Decides for the job", kind: "function" }, adopts: { label: "Chooses", kind: "application" }, permits: { label: "Also allows", kind: "application" },
  retires: { label: "Switches off", kind: "application" }, affects: { label: "Affects", kind: "unit" },
}

/** Whether a relation of this name may lead to a record of that kind. */
export function mayTie(relation: DecisionRelation, kind: string): boolean {
  return tieWords[relation].kind === kind
}

export interface DecisionFields {
  name: string
  summary: string
  topic: DecisionTopic
  context: string
  /** what is chosen, in a sentence */
  outcome: string
  reasons: string
  constraints: string
  reviewOn: string | null
  /** what makes us look at it before that day, one a line */
  revisitWhen: string
}

export const newDecisionFields: Omit<DecisionFields, "name"> = { summary: "", topic: "standard", context: "", outcome: "", reasons: "", constraints: "", reviewOn: null, revisitWhen: "" }

/** The decision as its history keeps it. */
export function decisionSnapshot({ name, summary, topic, context, outcome, reasons, constraints, reviewOn, revisitWhen }: DecisionFields): Snapshot {
  return { name, summary, topic, context, outcome, reasons, constraints, reviewOn, revisitWhen }
}

/** States in which the words, options, criteria and people may still change. */
export const openStates = ["draft", "in consultation"] as const satisfies readonly DecisionState[]

export function isOpen(state: DecisionState): boolean {
  return state === "draft" || state === "in consultation"
}

export function isSigned(state: DecisionState): boolean {
  return state === "approved" || state === "superseded"
}

/** Refuses a change of what is signed, waits for signatures or has ended, and says what to do instead. */
export function requireOpen(state: DecisionState): void {
  if (isOpen(state)) return
  if (isSigned(state)) throw new RuleError("A signed decision is superseded, never edited. Start a new one in its place.")
  if (state === "ready") throw new RuleError("It waits for signatures, and everybody signs the same words. Take it back to work first; the signatures fall then.")
  throw new RuleError(`It was ${state}. Start a new one.`)
}

const steps: Record<DecisionState, readonly DecisionState[]> = {
  draft: ["in consultation", "ready", "withdrawn"],
  "in consultation": ["draft", "ready", "withdrawn"],
  ready: ["draft", "in consultation", "approved", "rejected", "withdrawn"],
  approved: ["superseded"],
  rejected: [],
  superseded: [],
  withdrawn: [],
}

/** Whether one state may follow another at all; what must be true besides is judged apart. */
export function mayFollow(from: DecisionState, to: DecisionState): boolean {
  return steps[from].includes(to)
}

/** Refuses a step that does not follow. */
export function requireStep(from: DecisionState, to: DecisionState): void {
  if (mayFollow(from, to)) return
  if (from === to) throw new RuleError(`It is so already: ${stateWords[from].toLowerCase()}.`)
  throw new RuleError(`It cannot go from “${stateWords[from]}” to “${stateWords[to]}”.`)
}

/** What is known of a decision when somebody wants to put it before its deciders. */
export interface Readiness extends Omit<DecisionFields, "name" | "summary"> {
  options: readonly { isNothing: boolean; isLeading: boolean }[]
  criteria: readonly { weight: number }[]
  /** how many score, and how many of them have finished */
  scorers: number
  finished: number
  deciders: number
}

/** Everything that is missing before it can wait for signatures, in sentences; the gate is judged apart. Empty when nothing is. */
export function lackingToBeReady(decision: Readiness, today: string): { field: string; sentence: string }[] {
  const lacking: { field: string; sentence: string }[] = []
  const need = (holds: boolean, field: string, sentence: string) => {
    if (!holds) lacking.push({ field, sentence })
  }
  need(saysSomething(decision.context), "context", "Say what it is about and why now.")
  need(saysSomething(decision.outcome), "outcome", "Say in a sentence what is chosen.")
  need(saysSomething(decision.reasons), "reasons", "Say why.")
  need(decision.reviewOn !== null && decision.reviewOn > today, "reviewOn", decision.reviewOn === null ? "Say when it is looked at again." : "The day it is looked at again has passed. Choose a later one.")
  need(decision.deciders > 0, "deciders", "Name who decides.")
  if (decision.topic === "strategy version") return lacking
  need(decision.options.some(({ isNothing }) => isNothing), "options", "Doing nothing is always among the options.")
  need(decision.options.length >= 2, "options", "Name at least one option beside doing nothing.")
  need(decision.options.some(({ isLeading }) => isLeading), "options", "Say which option leads.")
  if (decision.topic !== "standard" && decision.criteria.length === 0) return lacking
  need(decision.criteria.length > 0, "criteria", "Say by what the options are compared.")
  need(decision.criteria.length === 0 || decision.criteria.reduce((sum, { weight }) => sum + weight, 0) === 100, "criteria", "The weights do not sum to 100.")
  need(decision.scorers > 0, "scores", "Nobody has been named to score the options.")
  need(decision.scorers === 0 || decision.finished === decision.scorers, "scores", `${decision.finished} of ${decision.scorers} have scored.`)
  return lacking
}

/** The lines of what makes us look at it again early. */
export function revisitLines(revisitWhen: string): string[] {
  return revisitWhen.split("\n").map((line) => line.trim()).filter((line) => line !== "")
}
