// Signing: the words that are signed, who signs, and when a decision is made.
import { ForbiddenError, RuleError } from "~/core/errors"
import { decisionSnapshot, isSigned, stateWords, tieRelations, type DecisionFields, type DecisionRelation, type DecisionState } from "./decision"
import type { SavingInputs } from "./saving"
import type { Score } from "./weighing"

export interface Decider {
  personId: string
  signed: boolean
}

/** Whether this person's signature is awaited. */
export function awaitsSignatureOf(personId: string | null, state: DecisionState, deciders: readonly Decider[]): boolean {
  return state === "ready" && deciders.some((one) => one.personId === personId && !one.signed)
}

/**
 * Whether the signature of this person is the last one, so that the decision is made with it. Refused: somebody who is not named, whatever
 * their role; a second signature; and a decision that does not wait for signatures.
 */
export function checkSignature(personId: string | null, state: DecisionState, deciders: readonly Decider[]): { last: boolean } {
  const me = deciders.find((one) => one.personId === personId)
  if (personId === null || !me) throw new ForbiddenError("Only the people named as deciders sign it.")
  if (isSigned(state)) throw new RuleError("It is decided already: everybody named has signed.")
  if (state !== "ready") throw new RuleError(`It does not wait for signatures: ${stateWords[state].toLowerCase()}.`)
  if (me.signed) throw new RuleError("You have signed it already.")
  return { last: deciders.every((one) => one.signed || one === me) }
}

/** Refuses naming somebody twice, and taking the only decider away while it waits for signatures. */
export function checkNaming(personId: string, named: readonly { personId: string }[]): void {
  if (named.some((one) => one.personId === personId)) throw new RuleError("This person is named already.", { field: "personId" })
}

/** What is signed, by short ids and not by names: a person may be forgotten, what they signed stays provable. */
export interface Signed {
  code: string
  fields: DecisionFields
  options: readonly { id: string; name: string; summary: string; isNothing: boolean; isLeading: boolean; saving: SavingInputs }[]
  criteria: readonly { id: string; name: string; meaning: string; weight: number }[]
  scores: readonly Score[]
  ties: readonly { relation: DecisionRelation; code: string }[]
  deciders: readonly string[]
  scorers: Readonly<Record<string, string>>
  /** the short id of the decision in whose place it stands */
  supersedes: string | null
}

/** What was known of who was asked when it was put before its deciders; it moves on afterwards, so it is kept as it was. */
export interface AskedThen {
  heard: string
  lacking: string
  waiver: string
  points: string
}

/** The words that are signed as one text, the same for the same decision: its SHA-256 is what each decider signs. */
export function signedText(signed: Signed, asked: AskedThen): string {
  const place = new Map(signed.options.map(({ id }, at) => [id, at + 1]))
  const column = new Map(signed.criteria.map(({ id }, at) => [id, at + 1]))
  const scores = signed.scores
    .map(({ optionId, criterionId, scorerId, score }) => ({ by: signed.scorers[scorerId] ?? "", option: place.get(optionId) ?? 0, criterion: column.get(criterionId) ?? 0, score }))
    .sort((a, b) => (a.by === b.by ? a.option - b.option || a.criterion - b.criterion : a.by < b.by ? -1 : 1))
  return JSON.stringify({
    format: 1, decision: signed.code, ...decisionSnapshot(signed.fields), supersedes: signed.supersedes,
    options: signed.options.map(({ id: _, saving, ...option }) => ({ ...option, saving: inOrder(saving) })),
    criteria: signed.criteria.map(({ name, meaning, weight }) => ({ name, meaning, weight })),
    scores,
    ties: Object.fromEntries(tieRelations.map((relation) => [relation, signed.ties.filter((tie) => tie.relation === relation).map(({ code }) => code).sort()])),
    deciders: [...signed.deciders].sort(),
    asked: { heard: asked.heard, lacking: asked.lacking, waiver: asked.waiver, points: asked.points },
  })
}

/** What was known of who was asked, read back from the signed words; null for words of another origin. */
export function askedThenIn(content: string): AskedThen | null {
  const { asked } = JSON.parse(content) as { asked?: AskedThen }
  return asked ?? null
}

function inOrder(saving: SavingInputs): unknown {
  return Object.fromEntries(Object.entries(saving).sort(([a], [b]) => (a < b ? -1 : 1)))
}
