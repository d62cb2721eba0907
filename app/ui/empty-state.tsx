/** Owns what a page says when there is nothing yet: why it matters and the first step. */
import type { ReactNode } from "react"

/** Draws the sentence, an explanation and the way out. */
export function EmptyState({ title, children, actions, level = 2 }: { title: string; children?: ReactNode; actions?: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children ? <div className="muted">{children}</div> : null}
      {actions ? <div className="row wrap">{actions}</div> : null}
    </div>
  )
}
