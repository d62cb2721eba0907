/** Owns sets of links that choose one view of several: segments, tabs and pages. */
import type { ReactNode } from "react"

export interface ViewLink {
  label: string
  href: string
  current: boolean
  count?: number | string
}

/** Draws one view of several, such as Map, Table, Matrix. */
export function Segmented({ label, links }: { label: string; links: readonly ViewLink[] }) {
  return (
    <nav className="segmented" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current ? "page" : undefined}>
          {link.label}
        </a>
      ))}
    </nav>
  )
}

/** Draws saved views or parts of a record as tabs; `end` stands at the far side, such as "Save this view". */
export function Tabs({ label, links, end }: { label: string; links: readonly ViewLink[]; end?: ReactNode }) {
  return (
    <nav className="tabs" aria-label={label}>
      <span className="tab-row">
        {links.map((link, at) => (
          <a key={`${at} ${link.href}`} href={link.href} aria-current={link.current ? "page" : undefined}>
            {link.label}
            {link.count === undefined ? null : <span className="count">{link.count}</span>}
          </a>
        ))}
      </span>
      {end ? <span className="push">{end}</span> : null}
    </nav>
  )
}

/** Draws links to the first, last and neighbouring pages; nothing when one page holds all. */
export function Pagination({ page, pageCount, hrefFor }: { page: number; pageCount: number; hrefFor: (page: number) => string }) {
  if (pageCount <= 1) return null
  const shown = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((each) => each >= 1 && each <= pageCount)
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 ? (
        <a href={hrefFor(page - 1)} rel="prev">
          Previous
        </a>
      ) : null}
      {shown.map((each, index) => (
        <span key={each} style={{ display: "contents" }}>
          {index > 0 && each - (shown[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          <a href={hrefFor(each)} aria-current={each === page ? "page" : undefined} aria-label={`Page ${each}`}>
            {each}
          </a>
        </span>
      ))}
      {page < pageCount ? (
        <a href={hrefFor(page + 1)} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  )
}
