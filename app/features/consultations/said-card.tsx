// "You said, we did" beside a person or a unit: every point with its outcome and told-back state, and the text to send.
import "./feedback.css"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { SaidTable, type ShownPoint } from "./feedback-table"

export interface SaidCardProps {
  title: string
  none: string
  today: string
  points: readonly ShownPoint[]
  /** older points that are not shown */
  more: number
  /** answered points whose answer the reader can mark as told */
  toTell: readonly string[]
  text: string
  /** where a mail can be sent to; absent: the text is only copied */
  email?: string | null
}

/** Longer addresses are cut off by some mail programs. */
const longestMail = 1800

/** Draws the card. */
export function SaidCard({ title, none, today, points, more, toTell, text, email }: SaidCardProps) {
  const mail = email ? `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent("What became of what you told us")}&body=${encodeURIComponent(text)}` : ""
  return (
    <Card flush title={title} id="points" aside={points.length > 0 ? String(points.length + more) : undefined} foot={more > 0 ? <span className="muted">{more} older ones are not shown here.</span> : undefined}>
      {points.length === 0 ? <p className="muted said-none">{none}</p> : <SaidTable points={points} today={today} conversations />}
      {points.length === 0 ? null : (
        <div className="said-send stack-small">
          <details className="disclose">
            <summary>Text to send: what became of it</summary>
            <p className="muted small">Copy it into a mail. Points said in confidence are not in it.</p>
            <textarea className="input" readOnly rows={8} aria-label="Text to send" defaultValue={text} />
            {mail !== "" && mail.length <= longestMail ? <a className="btn small" href={mail}>Open as a mail</a> : null}
          </details>
          {toTell.length === 0 ? null : (
            <form method="post" action="/points/told">
              <OperationFields form={`tell ${toTell.length}`} />
              {toTell.map((id) => (
                <input key={id} type="hidden" name="id" value={id} />
              ))}
              <button type="submit" className="btn small">
                {toTell.length === 1 ? "I told them the answer" : `I told them all ${toTell.length} answers`}
              </button>
            </form>
          )}
        </div>
      )}
    </Card>
  )
}
