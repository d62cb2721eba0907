// Side-door tools on other records' pages: on a unit's what its people got on their own, on an initiative's the need behind it.
import { pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import type { ByoRow } from "./byo-list"
import { ByoMark } from "./byo-mark"

/** Draws a unit's side-door tools with the need behind each; the way to report one is always there. */
export function UnitByoCard({ unit, reports }: { unit: ElementRef; reports: readonly ByoRow[] }) {
  return (
    <Card title="Tools they got on their own" id="byo" aside={<a href={`/byo/new?unit=${unit.code}`}>Tell us about a tool</a>} foot={reports.length > 5 ? <a href={`/byo?unit=${unit.code}`}>Show all {reports.length}</a> : undefined}>
      {reports.length === 0 ? <p className="muted">None was reported. That may mean that nobody was asked.</p> : null}
      <ul className="lines">
        {reports.slice(0, 5).map((report) => (
          <li key={report.id}>
            <span className="grow">
              <a href={pathOf("byo", report.code)}>{report.name}</a>
              <small>{report.need}</small>
            </span>
            <ByoMark report={report} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Draws the needs that an initiative was made of; nothing where there are none. */
export function NeedsBehindCard({ needs }: { needs: readonly (ElementRef & { need: string })[] }) {
  if (needs.length === 0) return null
  return (
    <Card title="The need it was made of" id="made-of">
      <ul className="lines">
        {needs.map((one) => (
          <li key={one.id}>
            <span className="grow">
              “{one.need}”
              <small>A team uses <a href={pathOf("byo", one.code)}>{one.name}</a> for it today</small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
