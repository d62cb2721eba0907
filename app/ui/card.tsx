/** Owns the box that holds one subject of a page: heading, a short note on the right, content, foot. */
import type { ReactNode } from "react"

export interface CardProps {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  foot?: ReactNode
  id?: string
  /** Content reaches the edges, for tables and lists with rules. */
  flush?: boolean
  tone?: "gap" | "focus"
  level?: 2 | 3
}

/** Draws a section; with a title and an id it becomes a named region. */
export function Card({ title, aside, children, foot, id, flush, tone, level = 2 }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3"
  const headingId = id && title ? `${id}-title` : undefined
  return (
    <section className={["card", flush ? "flush" : "", tone ?? ""].filter(Boolean).join(" ")} id={id} aria-labelledby={headingId}>
      {title ? (
        <header className="card-head">
          <Heading id={headingId}>{title}</Heading>
          {aside ? <span className="aside">{aside}</span> : null}
        </header>
      ) : null}
      {children}
      {foot ? <div className="card-foot">{foot}</div> : null}
    </section>
  )
}
