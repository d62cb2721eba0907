// How the state of work and of goals is drawn wherever initiatives are shown.
import type { GoalHealth } from "~/features/goals/goal-progress"
import type { Strength as StrengthGrade } from "~/features/elements/link"
import { StatusMark, type StatusState } from "~/ui/status"
import { Strength } from "~/ui/strength"
import type { DeliveryHealth } from "./delivery-health"
import { healthWords } from "./status-report"

const deliveryStates: Record<DeliveryHealth, StatusState> = {
  "on track": "on-track", "at risk": "at-risk", "off track": "off-track", "not reported": "unknown", "not started": "not-started",
}
const goalStates: Record<GoalHealth, StatusState> = {
  done: "done", "on track": "on-track", "at risk": "at-risk", "off track": "off-track", "not started": "not-started", "not known": "unknown", "no work": "gap",
}

/** Draws how the delivery goes; `prefix` names the part, such as "Time". */
export function HealthMark({ health, prefix }: { health: DeliveryHealth; prefix?: string }) {
  const word = healthWords[health]
  return <StatusMark state={deliveryStates[health]}>{prefix ? `${prefix} ${word.toLowerCase()}` : word}</StatusMark>
}

/** Gives the shape that a goal's health is drawn with. */
export function goalState(health: GoalHealth): StatusState {
  return goalStates[health]
}

/** Draws how much work helps a goal. */
export function HelpStrength({ strength, main = false }: { strength: StrengthGrade; main?: boolean }) {
  return <Strength grade={strength === 9 ? "high" : strength === 3 ? "medium" : "low"} main={main} />
}

/** Says plainly that nobody wrote why work helps a goal, as in what an import brought. */
export function NoReason() {
  return <StatusMark state="unknown">No reason given yet</StatusMark>
}
