// The parts of a decision as its history keeps them.
import type { Snapshot } from "~/core/change"
import type { DecisionRelation } from "./decision"
import type { SavingInputs } from "./saving"

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
