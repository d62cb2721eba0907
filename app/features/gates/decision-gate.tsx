// The gate in the room of a decision: whether it can be decided, who was asked, and under whose name it went on nonetheless.
import { GateCard } from "~/features/consultations/gate-card"
import { stateWords } from "~/features/consultations/consultation"
import { isOpen, type DecisionState } from "~/features/decisions/decision"
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import { WaiverLine } from "./asked-card"
import type { GateShown } from "./gate-shown"

/** Draws the gate while the decision is open or waits, and who was asked in any state. */
export function DecisionGate({ gate, code, state, mayAsk }: { gate: GateShown; code: string; state: DecisionState; mayAsk: boolean }) {
  const { coverage, fairness, nobody, conversations, waivers } = gate
  return (
    <>
      {isOpen(state) || state === "ready" ? <GateCard coverage={coverage} fairness={fairness} nobody={nobody} /> : null}
      {conversations.length > 0 || waivers.length > 0 || mayAsk ? (
        <Card
          id="asked" title="Who was asked"
          foot={mayAsk ? <a className={conversations.length > 0 ? "btn small quiet" : "btn small"} href={`/consultations/new?about=${code}`}>{conversations.length > 0 ? "Start another conversation" : "Ask the people it affects"}</a> : undefined}
        >
          <ul className="lines">
            {conversations.length === 0 ? <li><Shape state="gap" /><span className="line-text">{isOpen(state) ? "Nobody yet" : "Nobody"}</span></li> : null}
            {conversations.map((talk) => (
              <li key={talk.code}>
                <Shape state={talk.state === "closed" ? "done" : talk.state === "open" ? "on-track" : "not-started"} />
                <span className="line-text"><a href={`/consultations/${talk.code}`}>{talk.name}</a><small>{talk.code}, {stateWords[talk.state].toLowerCase()}</small></span>
              </li>
            ))}
            {waivers.map((waiver) => <WaiverLine key={waiver.id} waiver={waiver} />)}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
