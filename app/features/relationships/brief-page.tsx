// The brief before a meeting with a unit, on one page that can be printed.
import "./relationship.css"
import "~/features/elements/panels.css"
import { dayMonthYear } from "~/core/calendar"
import { StandingMark } from "~/features/commitments/standing-mark"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { fieldLabel, valueInWords } from "~/features/elements/history-words"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"
import { PrintButton } from "~/ui/print-button"
import type { AgendaItem, Brief } from "./brief"

export interface BriefPageProps {
  unit: ElementRef
  today: string
  lastSpokeOn: string | null
  nextReviewOn: string | null
  brief: Brief
  agenda: readonly AgendaItem[]
  /** the same as text, to be copied */
  text: string
}

/** Draws the brief. */
export function BriefPage({ unit, today, lastSpokeOn, nextReviewOn, brief, agenda, text }: BriefPageProps) {
  const { promises, changed, work, points, services } = brief
  return (
    <div className="page">
      <PageHeader
        title={`Before you meet ${unit.name}`}
        lede={`Made from records on ${dayMonthYear(today)}. ${lastSpokeOn ? `Last spoke ${dayMonthYear(lastSpokeOn)}.` : "Nobody there was heard yet."} ${nextReviewOn ? `Next review ${dayMonthYear(nextReviewOn)}.` : "No review is planned."}`}
        crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: `${pathOf("unit", unit.code)}/relationship` }, { label: "Brief" }]}
        actions={<PrintButton>Print</PrintButton>}
      />
      <div className="split">
        <div className="stack">
          <Card title="What we owe" id="owe" aside={`${promises.length} open`}>
            {promises.length === 0 ? <p className="muted">No open promise.</p> : null}
            <ul className="lines">
              {promises.map((one) => (
                <li key={one.id}>
                  <span className="grow">
                    <a href={pathOf("commitment", one.code)}>{one.name}</a>
                    <small>{one.owner?.name ?? "No owner"}, due {dayMonthYear(one.dueOn)}</small>
                  </span>
                  <StandingMark standing={one.standing} moved />
                </li>
              ))}
            </ul>
          </Card>
          <Card title="What changed for them since last time" id="changed">
            {changed.length === 0 ? <p className="muted">{lastSpokeOn ? "Nothing in the work that concerns them." : "There was no last time that is on record."}</p> : null}
            <ul className="lines">
              {changed.map(({ element, fields }) => (
                <li key={element.id}>
                  <span className="grow">
                    <a href={pathOf(element.kind, element.code)}>{element.name}</a>
                    <small>{fields.slice(0, 5).map(fieldLabel).join(", ")}</small>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="What comes in the next 90 days" id="work" aside={String(work.length)}>
            {work.length === 0 ? <p className="muted">No work that concerns them.</p> : null}
            <ul className="lines">
              {work.map(({ element, stage, startsOn, endsOn, because }) => (
                <li key={element.id}>
                  <span className="grow">
                    <a href={pathOf(element.kind, element.code)}>{element.name}</a>
                    <small>{valueInWords("status", stage)}, {because}</small>
                  </span>
                  <span className="small">{startsOn && endsOn ? `${dayMonthYear(startsOn)} to ${dayMonthYear(endsOn)}` : "No dates"}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div className="stack">
          <Card title="Suggested agenda" id="agenda" aside={`${agenda.reduce((sum, { minutes }) => sum + minutes, 0)} minutes`}>
            <ol className="lines">
              {agenda.map(({ words, minutes }) => (
                <li key={words}>
                  <span className="grow">{words}</span>
                  <span className="small never-broken">{minutes} min</span>
                </li>
              ))}
            </ol>
          </Card>
          <Card title="What they raised and we have not answered" id="points">
            <p>
              {points.open === 0 ? "Nothing." : `${points.open} ${points.open === 1 ? "point" : "points"}`}
              {points.confidential > 0 ? `, ${points.confidential} of them told in confidence` : ""}
            </p>
          </Card>
          <Card title="What they use" id="services">
            {services.length === 0 ? <p className="muted">No service is named.</p> : null}
            <ul className="lines">
              {services.map((one) => (
                <li key={one.id}>
                  <a href={pathOf(one.kind, one.code)}>{one.name}</a>
                </li>
              ))}
            </ul>
          </Card>
          <details className="disclose on-screen">
            <summary>The same as text</summary>
            <pre className="small pre" tabIndex={0}>{text}</pre>
          </details>
        </div>
      </div>
    </div>
  )
}
