// How the health of a goal and the way it has come are drawn wherever goals are shown.
import { StatusMark, type StatusState } from "~/ui/status"
import { ProgressBar } from "~/ui/bullet"
import type { GoalHealth } from "./goal-progress"

const states: Record<GoalHealth, StatusState> = {
  done: "done", "on track": "on-track", "at risk": "at-risk", "off track": "off-track", "not started": "not-started", "not known": "unknown", "no work": "gap",
}
const words: Record<GoalHealth, string> = {
  done: "Done", "on track": "On track", "at risk": "At risk", "off track": "Off track", "not started": "Not started", "not known": "Not known yet", "no work": "No work yet",
}

/** Gives the shape that a goal's health is drawn with. */
export function healthState(health: GoalHealth): StatusState {
  return states[health]
}

/** Gives the word for a goal's health. */
export function healthWord(health: GoalHealth): string {
  return words[health]
}

/** Draws shape and word of a goal's health. */
export function GoalHealthMark({ health }: { health: GoalHealth }) {
  return <StatusMark state={states[health]}>{words[health]}</StatusMark>
}

/** Draws how far a goal has come beside where it should be; "Not known yet" without a reading. */
export function ProgressCell({ progress, expected }: { progress: number | null; expected: number | null }) {
  if (progress === null) return <span className="muted">Not known yet</span>
  const share = Math.round(progress * 100)
  return (
    <span className="progress-cell" title={expected === null ? undefined : `${Math.round(expected * 100)} % expected by today`}>
      <span className="num">{share} %</span>
      <ProgressBar share={share} mark={expected === null ? null : expected * 100} />
    </span>
  )
}
