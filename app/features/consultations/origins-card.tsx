// On a record's page: what people said that led to it.
import { pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { LockMark } from "~/ui/lock-mark"

/** Draws the points; of a confidential one only that there is one. Nothing is drawn where there are none. */
export function OriginsCard({ origins }: { origins: readonly { code: string; conversation: ElementRef; body: string | null }[] }) {
  if (origins.length === 0) return null
  return (
    <Card title="What people said that led to it" id="origins" aside={origins.length > 1 ? String(origins.length) : undefined}>
      <ul className="lines">
        {origins.map(({ code, conversation, body }) => (
          <li key={code}>
            <span className="grow">
              {body === null ? <><LockMark /> A confidential point</> : `“${body}”`}
              <small>
                <a href={`${pathOf("consultation", conversation.code)}/after#${code}`}>{code}</a>, in {conversation.name}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
