// The brief before a meeting with a unit, on one page that can be printed, and the start of its review.
import "./relationship.css"
import "~/features/elements/panels.css"
import type { ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { StandingMark } from "~/features/commitments/standing-mark"
import type { AgendaFields } from "~/features/consultations/meeting"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { fieldLabel, valueInWords } from "~/features/elements/history-words"
import { Card } from "~/ui/card"
import { DrawnOnce } from "~/ui/drawn-once"
import { LockMark } from "~/ui/lock-mark"
import { PageHeader } from "~/ui/page-header"
import { PrintButton } from "~/ui/print-button"
import { pointsInWords, voiceInWords, type BriefOnOnePage, type BriefPoint, type Shortened } from "./brief"
import { BriefDay, StartReview, type StartReviewProps } from "./review-start"

export interface BriefPageProps {
  unit: ElementRef
  today: string
  /** the day the brief is made for */
  day: string
  lastSpokeOn: string | null
  lastReview: (ElementRef & { on: string }) | null
  nextReviewOn: string | null
  /** the same for everybody */
  shown: BriefOnOnePage
  /** those without an answer that the reader may read, and how many more were told in confidence */
  points: Shortened<BriefPoint> & { hidden: number }
  agenda: readonly Pick<AgendaFields, "name" | "minutes">[]
  start: Omit<StartReviewProps, "unit"> | null
  /** the same as text, to be copied */
  text: string
}

/** Draws the brief. */
export function BriefPage({ unit, today, day, lastSpokeOn, lastReview, nextReviewOn, shown, points, agenda, start, text }: BriefPageProps) {
  const { promises, changed, work, voices, services } = shown
  const path = pathOf("unit", unit.code)
  return (
    <div className="page brief">
      <PageHeader
        title={`Before you meet ${unit.name}`}
        lede={
          <p>
            For {day === today ? "today" : "a meeting"}, {dayMonthYear(day)}, made from records. {lastSpokeOn ? `Last spoke ${dayMonthYear(lastSpokeOn)}.` : "Nobody there was heard yet."}{" "}
            {nextReviewOn ? `Next review ${dayMonthYear(nextReviewOn)}.` : "No review is planned."}{" "}
            {lastReview ? <a href={`${pathOf("consultation", lastReview.code)}/after`}>Review of {dayMonthYear(lastReview.on)}</a> : null}
          </p>
        }
        crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: `${path}/relationship` }, { label: "Brief" }]}
        actions={
          <>
            <PrintButton>Print</PrintButton>
            {start === null ? null : start.underWay ? <a className="btn primary" href={`${pathOf("consultation", start.underWay.code)}/during`}>Go on with the review</a> : <a className="btn primary" href="#start">Start the review</a>}
          </>
        }
      />
      <div className="split">
        <div className="stack">
          <DrawnOnce of={shown} by="owed" draw={() => <Owed unit={unit} promises={promises} />} />
          <Part id="points" title="What they raised and we have not answered" none="Nothing." part={points} more={`${path}/said`} lead={points.hidden > 0 ? <p>{pointsInWords({ shown: { length: points.count }, hidden: points.hidden })}</p> : null}>
            {(point) => (
              <li key={point.code} className={point.confidential ? "on-screen" : undefined}>
                <span className="grow">
                  <a className="said-point" href={point.href}>
                    {point.confidential ? <LockMark label="Confidential: " /> : null} {point.body}
                  </a>
                  <small>{point.code}, raised {dayMonthYear(point.raisedOn)}, {point.owner ? `${point.owner} answers` : "nobody answers it yet"}</small>
                </span>
              </li>
            )}
          </Part>
          <DrawnOnce of={shown} by="work" draw={() => <Work path={path} hasSpoken={lastSpokeOn !== null} changed={changed} work={work} />} />
        </div>
        <div className="stack">
          <Card title="Suggested agenda" id="agenda" aside={`${agenda.reduce((sum, { minutes }) => sum + minutes, 0)} minutes`}>
            <ol className="lines">
              {agenda.map(({ name, minutes }) => (
                <li key={name}>
                  <span className="grow">{name}</span>
                  <span className="small never-broken">{minutes} min</span>
                </li>
              ))}
            </ol>
          </Card>
          {start === null ? null : <StartReview unit={unit} {...start} />}
          <DrawnOnce of={shown} by="voices" draw={() => <Voices path={path} voices={voices} services={services} />} />
          <BriefDay day={day} today={today} />
          <details className="disclose on-screen">
            <summary>The same as text</summary>
            <pre className="small pre" tabIndex={0}>{text}</pre>
          </details>
        </div>
      </div>
    </div>
  )
}

function Owed({ unit, promises }: Pick<BriefPageProps, "unit"> & Pick<BriefOnOnePage, "promises">) {
  return (
    <Part id="owe" title="What we owe" none="No open promise." part={promises} aside={promises.count > 0 ? `${promises.count} open` : undefined} more={`/commitments?unit=${unit.code}`}>
      {(one) => (
        <li key={one.id}>
          <span className="grow">
            <a href={pathOf("commitment", one.code)}>{one.name}</a>
            <small>{one.owner?.name ?? "No owner"}, due {dayMonthYear(one.dueOn)}</small>
          </span>
          <StandingMark standing={one.standing} moved />
        </li>
      )}
    </Part>
  )
}

function Work({ path, hasSpoken, changed, work }: { path: string; hasSpoken: boolean } & Pick<BriefOnOnePage, "changed" | "work">) {
  return (
    <>
      <Part id="changed" title="What changed for them since last time" none={hasSpoken ? "Nothing in the work that concerns them." : "There was no last time that is on record."} part={changed} more={`${path}#work`}>
        {({ element, fields }) => (
          <li key={element.id}>
            <span className="grow">
              <a href={pathOf(element.kind, element.code)}>{element.name}</a>
              <small>{fields.slice(0, 5).map(fieldLabel).join(", ")}</small>
            </span>
          </li>
        )}
      </Part>
      <Part id="work" title="What comes in the next 90 days" none="No work that concerns them." part={work} aside={work.count > 0 ? String(work.count) : undefined} more={`${path}#work`}>
        {({ element, stage, startsOn, endsOn, because }) => (
          <li key={element.id}>
            <span className="grow">
              <a href={pathOf(element.kind, element.code)}>{element.name}</a>
              <small>{valueInWords("status", stage)}, {because}</small>
            </span>
            <span className="small">{startsOn && endsOn ? `${dayMonthYear(startsOn)} to ${dayMonthYear(endsOn)}` : "No dates"}</span>
          </li>
        )}
      </Part>
    </>
  )
}

function Voices({ path, voices, services }: { path: string } & Pick<BriefOnOnePage, "voices" | "services">) {
  return (
    <>
      <Part id="voices" title="What waits for their voice" none="Every open conversation that touches them has it." part={voices} more="/consultations?state=open">
        {(voice) => (
          <li key={voice.consultation.id}>
            <span className="grow">
              <a href={pathOf("consultation", voice.consultation.code)}>{voice.consultation.name}</a>
              <small>
                {voice.subject.name}; {voiceInWords(voice)}{voice.closesOn ? `, open until ${dayMonthYear(voice.closesOn)}` : ""}
              </small>
            </span>
          </li>
        )}
      </Part>
      <Card title="What they use" id="services">
        {services.count === 0 ? <p className="muted">No service is named.</p> : null}
        <p>
          {services.rows.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? ", " : ""}
              <a href={pathOf(one.kind, one.code)}>{one.name}</a>
            </span>
          ))}
          {services.count > services.rows.length ? <>, <a href={`${path}#links`}>and {services.count - services.rows.length} more</a></> : null}
        </p>
      </Card>
    </>
  )
}

interface PartProps<Row> {
  id: string
  title: string
  /** what stands there when there is nothing */
  none: string
  part: Shortened<Row>
  aside?: string
  lead?: ReactNode
  /** where all of them are; without it the rest is only counted */
  more?: string
  children: (row: Row) => ReactNode
}

function Part<Row>({ id, title, none, part: { rows, count }, aside, lead = null, more, children }: PartProps<Row>) {
  const rest = count - rows.length
  return (
    <Card title={title} id={id} aside={aside}>
      {rows.length === 0 && lead === null ? <p className="muted">{none}</p> : lead}
      {rows.length === 0 ? null : <ul className="lines">{rows.map(children)}</ul>}
      {rest > 0 ? <p className="more">{more ? <a href={more}>and {rest} more</a> : `and ${rest} more`}</p> : null}
    </Card>
  )
}
