// How the standing of a promise looks: a shape and its words.
import { StatusMark, type StatusState } from "~/ui/status"
import { standingInWords, type PromiseStanding, type Standing } from "./commitment"

const shapes: Record<PromiseStanding, StatusState> = { late: "off-track", open: "not-started", kept: "done", "kept late": "at-risk", withdrawn: "unknown" }

/** Draws where a promise stands; that it was moved is said too where `moved` asks for it. */
export function StandingMark({ standing, moved = false }: { standing: Standing; moved?: boolean }) {
  return (
    <StatusMark state={shapes[standing.standing]}>
      {standingInWords(standing)}
      {moved && standing.renegotiated ? ", moved" : ""}
    </StatusMark>
  )
}
