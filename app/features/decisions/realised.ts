// What was saved in the end, with its evidence: recorded for days, each day once, and held against what was promised.
import type { CalendarDate } from "~/core/calendar"
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { shareOfMoney, type Money } from "~/core/money"
import type { DecisionState } from "./decision"

export interface RealisedFields {
  decisionId: string
  fromOn: CalendarDate
  untilOn: CalendarDate
  amount: Money
  /** where it can be seen: a bill, a contract that ended */
  evidence: string
}

export function realisedSnapshot({ decisionId, fromOn, untilOn, amount, evidence }: RealisedFields): Snapshot {
  return { decisionId, fromOn, untilOn, amount, evidence }
}

/** Refuses a saving of what is not decided, one in the future, one that ends before it begins, and one without evidence. */
export function checkRealised(fields: RealisedFields, state: DecisionState, today: CalendarDate): RealisedFields {
  if (state !== "approved" && state !== "superseded") throw new RuleError("Nothing is decided yet, so nothing was saved by it.")
  if (fields.untilOn < fields.fromOn) throw new RuleError("It ends before it begins.", { field: "untilOn" })
  if (fields.untilOn > today) throw new RuleError("These days have not passed yet. Record it afterwards.", { field: "untilOn" })
  if (fields.evidence.trim() === "") throw new RuleError("Say where it can be seen: a bill, a contract that ended.", { field: "evidence" })
  return { ...fields, evidence: fields.evidence.trim() }
}

/** Realised against promised as a share; null where nothing was promised. */
export function keptShare(realised: Money, promised: Money | null): number | null {
  return promised === null ? null : shareOfMoney(realised, promised)
}
