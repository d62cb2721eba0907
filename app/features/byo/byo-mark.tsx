// The mark that says how the answer to a side-door tool stands: a shape with its words, and no colour of blame.
import { StatusMark, type StatusState } from "~/ui/status"
import { standingInWords, type Answer, type ByoStanding } from "./byo"

const states: Record<ByoStanding["state"], StatusState> = { late: "at-risk", open: "not-started", "look again": "at-risk", answered: "done" }

/** Draws it: what is late is our answer, and never the team. */
export function ByoMark({ report }: { report: Pick<Answer, "disposition" | "tolerateUntil"> & { standing: ByoStanding } }) {
  return <StatusMark state={states[report.standing.state]}>{standingInWords(report, report.standing)}</StatusMark>
}
