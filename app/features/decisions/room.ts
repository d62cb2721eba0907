// What the room of a decision shows, and the sentences that are made of it.
import type { CalendarDate } from "~/core/calendar"
import type { ElementRef } from "~/features/elements/element"
import type { Use } from "~/features/applications/application"
import type { DecisionRelation, DecisionState, DecisionTopic } from "./decision"
import type { Saving, SavingInputs } from "./saving"
import type { Cell, Flip } from "./weighing"

export interface OptionShown {
  id: string
  /** A, B, C ... in their order */
  letter: string
  name: string
  summary: string
  isNothing: boolean
  isLeading: boolean
  cells: readonly Cell[]
  total: number | null
  inputs: SavingInputs
  saving: Saving | null
}

export interface PointShown {
  id: string
  code: string
  kind: string
  body: string
  answer: string | null
  reason: string
  conversation: ElementRef | null
}

export interface RoomShown {
  decision: ElementRef & {
    version: number
    summary: string
    topic: DecisionTopic
    state: DecisionState
    context: string
    outcome: string
    reasons: string
    constraints: string
    /** in words */
    reviewOn: string | null
    revisit: readonly string[]
    endedWhy: string
    importedFrom: string | null
    importedOn: string | null
    checksum: string | null
    readyOn: string | null
    signedOn: string | null
    archived: boolean
  }
  supersedes: ElementRef | null
  supersededBy: ElementRef | null
  options: readonly OptionShown[]
  criteria: readonly { id: string; name: string; meaning: string; weight: number }[]
  /** whether anybody has scored: options and criteria stay from then on */
  locked: boolean
  scorers: readonly { person: ElementRef; finished: boolean }[]
  /** of the reader: not asked to score, not done yet (the others' scores are kept from them), done */
  myScoring: "none" | "todo" | "done"
  winners: readonly string[]
  flips: readonly Flip[]
  disputed: { optionId: string; criterionId: string } | null
  ties: readonly { relation: DecisionRelation; to: ElementRef }[]
  /** what does the job today, with its use by units */
  tools: readonly (ElementRef & { uses: readonly Use[] })[]
  deciders: readonly { person: ElementRef; signedOn: string | null; dissent: string }[]
  points: { shown: readonly PointShown[]; confidential: number }
  realised: readonly { id: string; fromOn: CalendarDate; untilOn: CalendarDate; amount: string; evidence: string; by: ElementRef | null }[]
  proof: { checksum: boolean; history: boolean; records: boolean; signatures: boolean } | null
  may: { edit: boolean; scoring: boolean; name: boolean; sign: boolean; reject: boolean; withdraw: boolean; record: boolean; replace: boolean }
  currency: string
  today: CalendarDate
}

/** "FoldPDF comes out ahead": the page's title while nothing is decided; null while nobody leads. */
export function headlineOf({ options, winners, decision, myScoring }: Pick<RoomShown, "options" | "winners" | "decision" | "myScoring">): string | null {
  if (decision.state !== "draft" && decision.state !== "in consultation") return null
  if (myScoring === "todo") return null
  const [first, second] = winners.flatMap((id) => options.find((option) => option.id === id) ?? [])
  if (!first) return null
  if (second) return `${first.name} and ${second.name} are level`
  return `${first.name} comes out ahead`
}

/** How firm the winner is, a sentence for each option that would win with one other weight: "... would win if “Cost” weighed more than 45 instead of 30, or ..." */
export function flipSentences({ flips, options, criteria }: Pick<RoomShown, "flips" | "options" | "criteria">): string[] {
  return options.flatMap((option) => {
    const ways = flips.filter(({ optionId }) => optionId === option.id).flatMap(({ criterionId, way, weight }) => {
      const criterion = criteria.find(({ id }) => id === criterionId)
      return criterion ? [`“${criterion.name}” weighed ${way} than ${weight} instead of ${criterion.weight}`] : []
    })
    return ways.length === 0 ? [] : [`${option.name} would win if ${ways.join(", or ")}.`]
  })
}

/** Where the scorers are furthest apart; null while they are not. */
export function disputedSentence({ disputed, options, criteria }: Pick<RoomShown, "disputed" | "options" | "criteria">): string | null {
  const [option, criterion] = [options.find(({ id }) => id === disputed?.optionId), criteria.find(({ id }) => id === disputed?.criterionId)]
  return option && criterion ? `Opinions differ most on “${criterion.name}” for ${option.name}.` : null
}
