// The parts of a decision: its options and criteria, and each part as its history keeps it.
import type { Snapshot } from "~/core/change"
import type { DecisionRelation } from "./decision"
import type { SavingInputs } from "./saving"
import type { CriterionFields } from "./weighing"

export interface DecisionOption {
  id: string
  name: string
  summary: string
  isNothing: boolean
  isLeading: boolean
  version: number
  saving: SavingInputs
}

export interface Criterion extends CriterionFields {
  id: string
  version: number
}

export const decisionPartKinds = ["decision option", "decision criterion", "decision scorer", "decision decider", "decision tie"] as const
export type DecisionPartKind = (typeof decisionPartKinds)[number]

/** Whether a change is one of a part of a decision. */
export function isDecisionPartKind(kind: string): kind is DecisionPartKind {
  return (decisionPartKinds as readonly string[]).includes(kind)
}

export function optionSnapshot(option: { decisionId: string; name: string; summary: string; isLeading: boolean; saving: SavingInputs }): Snapshot {
  const { decisionId, name, summary, isLeading, saving } = option
  return { decisionId, name, summary, isLeading, ...saving }
}

export function criterionSnapshot({ decisionId, name, meaning, weight, position }: { decisionId: string; name: string; meaning: string; weight: number; position: number }): Snapshot {
  return { decisionId, name, meaning, weight, position }
}

/** Somebody who scores or decides. */
export function namedSnapshot({ decisionId, personId }: { decisionId: string; personId: string }): Snapshot {
  return { decisionId, personId }
}

export function tieSnapshot({ decisionId, relation, toId, toKind }: { decisionId: string; relation: DecisionRelation; toId: string; toKind: string }): Snapshot {
  return { decisionId, relation, toId, toKind }
}
