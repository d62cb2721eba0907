/** Owns the head of every page: where it belongs, its title, code, state, the sentence below and its actions. */
import type { ReactNode } from "react"

export interface Crumb {
  label: string
  href?: string
}

export interface PageHeaderProps {
  /** A computed sentence on overviews, the name on a record. */
  title: string
  code?: string
  state?: ReactNode
  lede?: ReactNode
  crumbs?: readonly Crumb[]
  /** One main action at most; it names the next step. */
  actions?: ReactNode
}

/** Draws the page's only level-one heading with what surrounds it. */
export function PageHeader({ title, code, state, lede, crumbs, actions }: PageHeaderProps) {
  return (
    <header className="page-head">
      {crumbs && crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
      <div className="title-line">
        <h1>{title}</h1>
        {code ? <span className="code">{code}</span> : null}
        {state}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {lede ? <div className="lede">{lede}</div> : null}
    </header>
  )
}

/** Draws the chain of meaning above a record. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Where this belongs">
      <ol>
        {crumbs.map((crumb) => (
          <li key={`${crumb.href ?? ""}${crumb.label}`}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}</li>
        ))}
      </ol>
    </nav>
  )
}
