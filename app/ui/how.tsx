/** Owns "How is this worked out?": formula, inputs, records and date beside the figure they explain. */
import type { ReactNode } from "react"

export interface HowProps {
  title: string
  /** Formula, a small table of inputs, links to the records. */
  children: ReactNode
  asOf?: string
  label?: string
}

/**
 * Draws a note that opens in the margin of a `.split` page on wide screens and below its figure elsewhere, never over it.
 * It is a block: put it in a div, not in a paragraph.
 */
export function How({ title, children, asOf, label = "How is this worked out?" }: HowProps) {
  return (
    <details className="how" data-how>
      <summary>{label}</summary>
      <div className="how-note" role="group" aria-label={title}>
        <h3>{title}</h3>
        {children}
        {asOf ? <p className="muted">as of {asOf}</p> : null}
      </div>
    </details>
  )
}
