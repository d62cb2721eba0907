// The list of decisions: what a row of it says, and its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn } from "~/features/elements/list"
import { decisionStates, stateWords, topicWords, type DecisionState, type DecisionTopic } from "./decision"

export interface DecisionRow {
  id: string
  code: string
  name: string
  version: number
  topic: DecisionTopic
  state: DecisionState
  job: ElementRef | null
  chosen: string | null
  /** of the chosen option, a year; null: not worked out */
  saving: string | null
  realised: string | null
  owner: string | null
  deciders: number
  signed: number
  signedOn: string | null
  reviewOn: string | null
  /** the day it is looked at again has passed */
  reviewDue: boolean
  imported: boolean
}

/** The state that an address asks for; null for none, or for words that are no state. */
export function readDecisionState(text: string | null): DecisionState | null {
  return decisionStates.find((state) => state === text) ?? null
}

/** The columns of the downloaded file. */
export const decisionFile: readonly FileColumn<DecisionRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Decision", kind: "text", of: (row) => row.name },
  { label: "Kind", kind: "text", of: (row) => topicWords[row.topic] },
  { label: "State", kind: "text", of: (row) => `${stateWords[row.state]}${row.imported ? ", imported" : ""}` },
  { label: "Job", kind: "text", of: (row) => row.job && `${row.job.name} (${row.job.code})` },
  { label: "Chosen", kind: "text", of: (row) => row.chosen },
  { label: "Saving a year", kind: "text", of: (row) => row.saving },
  { label: "Saved in the end", kind: "text", of: (row) => row.realised },
  { label: "Signed", kind: "text", of: (row) => `${row.signed} of ${row.deciders}` },
  { label: "Decided on", kind: "date", of: (row) => row.signedOn },
  { label: "Looked at again", kind: "date", of: (row) => row.reviewOn },
  { label: "Owner", kind: "text", of: (row) => row.owner },
]
