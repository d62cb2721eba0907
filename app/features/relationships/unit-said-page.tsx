// "You said, we did" of one unit: every point its people raised, what became of it, and the text that can be sent.
import "~/features/consultations/feedback.css"
import "~/features/elements/panels.css"
import Lock from "lucide-react/icons/lock"
import { dispositionWords } from "~/features/consultations/feedback"
import { loopSentence, percent, type LoopClosure } from "~/features/consultations/feedback-loop"
import { Loop, voiceWords, type ShownPoint } from "~/features/consultations/feedback-table"
import { answerSentence } from "~/features/consultations/minutes"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"

export type UnitPoint = Pick<ShownPoint, "id" | "code" | "body" | "confidentiality" | "voice" | "unit" | "roleLevel" | "disposition" | "reason" | "deferredUntil" | "ledTo" | "state" | "raisedOn" | "answeredOn" | "toldOn" | "confirmedOn"> & {
  consultation: ElementRef | null
}

export interface UnitSaidProps {
  unit: ElementRef
  today: string
  points: readonly UnitPoint[]
  closure: LoopClosure
  text: string
}

/** Draws the page; it holds the points that its reader may read. */
export function UnitSaidPage({ unit, today, points, closure, text }: UnitSaidProps) {
  const path = pathOf("unit", unit.code)
  return (
    <div className="page">
      <PageHeader
        title={`${unit.name}: you said, we did`}
        lede={points.length === 0 ? undefined : `${loopSentence(closure)} ${percent(closure.closure)} answered, ${percent(closure.toldRate)} of the answers told. Points told in confidence count only for those who may read them.`}
        crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: `${path}/relationship` }, { label: "You said, we did" }]}
      />
      {points.length === 0 ? (
        <EmptyState title={`Nobody of ${unit.name} has raised a point yet.`} actions={<a className="btn" href={`${path}/brief`}>Prepare a meeting with them</a>}>
          What people say in a conversation stands here, with what became of it.
        </EmptyState>
      ) : (
        <div className="stack">
          <Card flush>
            <div className="scroll-x">
              <table className="plain-table said-table">
                <thead>
                  <tr>
                    <th scope="col">You said</th>
                    <th scope="col">We did</th>
                    <th scope="col">Told back</th>
                  </tr>
                </thead>
                <tbody>
                  {points.map((point) => (
                    <SaidRow key={point.id} point={point} today={today} />
                  ))}
                </tbody>
              </table>
            </div>
          </Card>
          <details className="disclose">
            <summary>Text to send: what became of it</summary>
            <p className="muted small">Copy it into a mail. Points said in confidence are not in it.</p>
            <textarea className="input" readOnly rows={10} aria-label="Text to send" defaultValue={text} />
          </details>
        </div>
      )}
    </div>
  )
}

function SaidRow({ point, today }: { point: UnitPoint; today: string }) {
  const confidential = point.confidentiality === "confidential"
  return (
    <tr id={point.code} className={confidential ? "private" : point.state === "heard" ? "waiting" : undefined}>
      <td>
        <span className="said">“{point.body}”</span>
        <small>
          {confidential ? <Lock size={14} aria-label="Confidential" /> : null} {voiceWords(point)}
          {point.consultation ? <>, <a href={`${pathOf("consultation", point.consultation.code)}/after#${point.code}`}>{point.consultation.name}</a></> : null}
        </small>
      </td>
      <td>
        {point.disposition === null ? <StatusMark state="gap">No answer yet</StatusMark> : <span className="answer-word">{dispositionWords[point.disposition]}</span>}
        {point.disposition === null ? null : <div>{answerSentence(point).replace(`${dispositionWords[point.disposition]}. `, "")}</div>}
        {point.ledTo ? <small>Led to <a href={pathOf(point.ledTo.kind, point.ledTo.code)}>{point.ledTo.name}</a></small> : null}
      </td>
      <td>
        <Loop point={point} today={today} />
      </td>
    </tr>
  )
}
