// Who was asked about an initiative: how far, who is missing, where it goes on, and under whose name it was approved nonetheless.
import { stateWords } from "~/features/consultations/consultation"
import { coverageSentence, percentOf } from "~/features/consultations/coverage"
import type { Stage } from "~/features/initiatives/initiative"
import { grantedStages } from "~/features/initiatives/stage"
import { Card } from "~/ui/card"
import { Shape, type StatusState } from "~/ui/status"
import { AskedMatrix } from "./asked-matrix"
import type { GateShown, WaiverShown } from "./gate-shown"

const shapes: Record<GateShown["conversations"][number]["state"], StatusState> = { draft: "not-started", open: "on-track", closed: "done", cancelled: "unknown" }

/** Draws the card; `mayAsk` offers to start a conversation. */
export function AskedCard({ gate, initiative, mayAsk }: { gate: GateShown; initiative: { code: string; status: Stage }; mayAsk: boolean }) {
  const { coverage, nobody, conversations, waivers, fairness } = gate
  const approved = grantedStages.includes(initiative.status)
  const failing = fairness.checks.filter(({ holds }) => !holds)
  const asked = conversations.some(({ state }) => state !== "draft")
  return (
    <Card
      id="asked"
      title="Who was asked"
      aside={coverage.share === null ? undefined : <>{coverage.groupsHeard} of {coverage.cells.length} groups, <b>{percentOf(coverage.share)} by headcount</b>, 80 needed</>}
      foot={
        mayAsk || conversations[0] ? (
          <>
            {conversations[0] ? <a className="btn small" href={`/consultations/${conversations[0].code}`}>Open the conversation</a> : null}
            {mayAsk ? <a className={conversations.length > 0 ? "btn small quiet" : "btn small"} href={`/consultations/new?about=${initiative.code}`}>Start a conversation</a> : null}
          </>
        ) : undefined
      }
    >
      {nobody ? null : <AskedMatrix coverage={coverage} invited={gate.invited} />}
      <ul className="lines">
        <li>
          <Shape state={gate.open ? "done" : "gap"} />
          <span className="line-text">
            <b>{gate.open ? "Fully consulted" : "Not fully consulted yet"}</b>
            <small>{nobody ? `Nobody is affected: ${nobody.reason}${nobody.by ? ` (${nobody.by})` : ""}` : coverageSentence(coverage)}</small>
          </span>
        </li>
        {gate.open ? null : !asked ? (
          <Line words="No conversation about it was opened" note="Ask while it is an idea or proposed, so that the answer can still change something." />
        ) : failing.map(({ part, words, help }) => <Line key={part} words={words} note={help} />)}
        {conversations.map(({ code, name, state }) => (
          <li key={code}>
            <Shape state={shapes[state]} />
            <span className="line-text">
              <a href={`/consultations/${code}`}>{name}</a>
              <small>{code}, {stateWords[state].toLowerCase()}</small>
            </span>
          </li>
        ))}
        {waivers.map((waiver) => <WaiverLine key={waiver.id} waiver={waiver} />)}
        {approved && !gate.open && waivers.length === 0 ? (
          <li>
            <Shape state="unknown" />
            <span className="line-text">
              It was approved without passing here
              <small>Before the planner asked who was heard, or in a file that was brought in.</small>
            </span>
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

function Line({ words, note }: { words: string; note: string }) {
  return (
    <li>
      <Shape state="off-track" />
      <span className="line-text">
        {words}
        <small>{note}</small>
      </span>
    </li>
  )
}

/** Draws one waiver: its reason, who gave it and when, and what was missing. */
export function WaiverLine({ waiver }: { waiver: WaiverShown }) {
  return (
    <li>
      <Shape state="at-risk" />
      <span className="line-text">
        Approved although not everybody was asked: “{waiver.reason}”
        <small>
          {waiver.by}, {waiver.on}. {waiver.lacking}
        </small>
      </span>
    </li>
  )
}
