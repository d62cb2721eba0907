// A question to somebody about a record: open until answered or withdrawn, due in eight days unless said.
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"

export const questionDays = 8
export type QuestionState = "open" | "answered" | "withdrawn"
export const questionStateWords: Record<QuestionState, string> = { open: "Open", answered: "Answered", withdrawn: "Withdrawn" }

export interface QuestionFields {
  elementId: string
  askedBy: string
  /** null: the planners, because the record has no owner */
  askedOf: string | null
  body: string
  dueOn: string
  state: QuestionState
  answer: string
}

/** Only an open question can be answered or withdrawn. */
export function requireOpen(question: Pick<QuestionFields, "state">): void {
  if (question.state !== "open") throw new RuleError(`This question is already ${question.state}.`)
}

export function questionSnapshot(question: QuestionFields): Snapshot {
  const { elementId, askedBy, askedOf, body, dueOn, state, answer } = question
  return { elementId, askedBy, askedOf, body, dueOn, state, answer }
}
