// The page of a relationship: both views, ratings, promises, what to know before meeting, what would close the gap, and its strategy.
import "./relationship.css"
import "~/features/elements/panels.css"
import { dayMonthYear } from "~/core/calendar"
import type { CommitmentRow } from "~/features/commitments/commitment-list"
import { StandingMark } from "~/features/commitments/standing-mark"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { Avatar } from "~/ui/avatar"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"
import { Shape } from "~/ui/status"
import { pointsInWords, type Brief } from "./brief"
import { CloseCard, type CloseCardProps } from "./close-card"
import { Ratings, type RatingChart } from "./rating-chart"
import type { RatedDay } from "./rating-lines"
import type { RelationshipFields } from "./relationship"

export interface RelationshipPageProps {
  unit: ElementRef
  title: string
  lede: string
  facts: { itPerson: ElementRef | null; businessPerson: ElementRef | null; people: number | null; lastSpokeOn: string | null; today: string }
  relationship: RelationshipFields | null
  close: Omit<CloseCardProps, "unit" | "recordHref">
  ratings: { days: readonly RatedDay[]; chart: RatingChart | null }
  promises: readonly CommitmentRow[]
  brief: Brief
  ways: readonly { words: string; note: string }[]
  views: readonly { id: string; side: string; on: string; by: string; level: string }[]
  mayEdit: boolean
}

/** Draws the page. */
export function RelationshipPage({ unit, title, lede, facts, relationship, close, ratings, promises, brief, ways, views, mayEdit }: RelationshipPageProps) {
  const path = `${pathOf("unit", unit.code)}/relationship`
  return (
    <div className="page">
      <PageHeader
        title={title}
        lede={<p>{lede} <span className="muted">As of {dayMonthYear(facts.today)}</span></p>}
        crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: pathOf("unit", unit.code) }]}
        actions={
          <>
            {mayEdit ? <a className="btn quiet" href={`${path}/edit`}>{relationship ? "Edit" : "Set it up"}</a> : null}
            <a className="btn primary" href={`${pathOf("unit", unit.code)}/brief`}>Prepare the next meeting</a>
          </>
        }
      />
      <div className="bond-facts">
        {facts.businessPerson ? <Who person={facts.businessPerson} does={`speaks for ${unit.name}`} /> : null}
        {facts.itPerson ? <Who person={facts.itPerson} does="looks after this relationship" /> : null}
        {facts.people === null ? null : <span>{facts.people} people</span>}
        <span>{facts.lastSpokeOn ? `Last spoke ${dayMonthYear(facts.lastSpokeOn)}` : "Nobody there was heard yet"}</span>
      </div>
      <div className="stack">
        <CloseCard unit={unit.name} {...close} recordHref={mayEdit ? { it: `${path}/view/it`, business: `${path}/view/business` } : null} />
        <div className="split">
          <div className="stack">
            <Card title={`What ${unit.name} thinks of working with us`} id="ratings" aside="From 1 to 5, after each conversation">
              <Ratings {...ratings} unit={unit.name} />
            </Card>
            <Promised unit={unit} promises={promises} mayEdit={mayEdit} />
            <Strategy relationship={relationship} unit={unit.name} work={brief.work.map(({ element }) => element)} />
          </div>
          <div className="stack">
            <Before unit={unit} brief={brief} next={relationship?.nextReviewOn ?? null} />
            <Card title="What would close the gap" id="ways">
              {ways.length === 0 ? <p className="muted">Nothing that is known.</p> : null}
              <ul className="lines">
                {ways.map(({ words, note }) => (
                  <li key={words}>
                    <Shape state="not-started" />
                    <span className="grow">
                      {words}
                      <small>{note}</small>
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            <Card title="What was said before" id="views" aside={views.length > 0 ? `${views.length} ${views.length === 1 ? "view" : "views"}` : undefined}>
              {views.length === 0 ? <p className="muted">No view was recorded yet.</p> : null}
              <ul className="lines">
                {views.slice(0, 12).map((view) => (
                  <li key={view.id}>
                    <span className="grow">
                      {view.side}: {view.level}
                      <small>
                        {dayMonthYear(view.on)}, recorded by {view.by}
                      </small>
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        </div>
      </div>
    </div>
  )
}

function Who({ person, does }: { person: ElementRef; does: string }) {
  return (
    <span className="who">
      <Avatar name={person.name} /> <span><a href={pathOf("person", person.code)}>{person.name}</a> {does}</span>
    </span>
  )
}

function Promised({ unit, promises, mayEdit }: { unit: ElementRef; promises: readonly CommitmentRow[]; mayEdit: boolean }) {
  const count = (...standings: string[]) => promises.filter(({ standing }) => standings.includes(standing.standing)).length
  const order = { late: 0, open: 1, "kept late": 2, kept: 2, withdrawn: 3 }
  const shown = [...promises].sort((a, b) => order[a.standing.standing] - order[b.standing.standing] || a.dueOn.localeCompare(b.dueOn)).slice(0, 6)
  return (
    <Card
      title={`What we promised ${unit.name}`} id="promises" flush
      aside={promises.length === 0 ? undefined : `${promises.length} in all: ${count("kept", "kept late")} kept, ${count("open")} open, ${count("late")} late`}
      foot={
        <div className="row wrap">
          {promises.length > shown.length ? <a href={`/commitments?unit=${unit.code}`}>Show all {promises.length}</a> : null}
          {mayEdit ? <a href={`/commitments/new?to=${unit.code}`}>New promise</a> : null}
        </div>
      }
    >
      {shown.length === 0 ? <p className="muted pad">Nothing promised yet.</p> : (
        <div className="wide-table" tabIndex={0} role="group" aria-label={`Promises to ${unit.name}`}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Promise</th>
                <th scope="col">Owner</th>
                <th scope="col">Due</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={pathOf("commitment", row.code)}>{row.name}</a>
                    {row.moves > 0 ? <small className="muted"> moved {row.moves === 1 ? "once" : `${row.moves} times`}</small> : null}
                  </th>
                  <td>{row.owner?.name ?? "No owner"}</td>
                  <td>{dayMonthYear(row.dueOn)}</td>
                  <td><StandingMark standing={row.standing} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

function Before({ unit, brief, next }: { unit: ElementRef; brief: Brief; next: string | null }) {
  const late = brief.promises.filter(({ standing }) => standing.standing === "late").length
  return (
    <Card title={`Before you meet ${unit.name}`} id="before" foot={<a className="btn small" href={`${pathOf("unit", unit.code)}/brief`}>Open the brief</a>}>
      <p className="small muted">One page, made from records. {next ? `Next review: ${dayMonthYear(next)}.` : "No review is planned."}</p>
      <dl className="brief-facts">
        <dt>What changes for them</dt>
        <dd>{brief.work.length === 0 ? "Nothing in the next 90 days." : `${brief.work.length} ${brief.work.length === 1 ? "piece of work" : "pieces of work"} in the next 90 days.`}</dd>
        <dt>What they raised and we have not answered</dt>
        <dd>{pointsInWords(brief.points)} <a href={`${pathOf("unit", unit.code)}/said`}>You said, we did</a></dd>
        <dt>What we owe</dt>
        <dd>{late > 0 ? `${late} late ${late === 1 ? "promise" : "promises"}. Bring a date.` : brief.promises.length > 0 ? `${brief.promises.length} open, none late.` : "No open promise."}</dd>
        <dt>What they use</dt>
        <dd>{brief.services.length === 0 ? "No service is named." : brief.services.slice(0, 3).map(({ name }) => name).join(", ")}</dd>
      </dl>
    </Card>
  )
}

function Strategy({ relationship, unit, work }: { relationship: RelationshipFields | null; unit: string; work: readonly ElementRef[] }) {
  const parts = [
    { label: "What we want together", words: relationship?.sharedVision }, { label: `What ${unit} expects of IT`, words: relationship?.businessExpects },
    { label: `What IT expects of ${unit}`, words: relationship?.itExpects }, { label: "How we notice that it works", words: relationship?.measures },
  ]
  return (
    <Card title="Our strategy on a page" id="strategy" aside={relationship ? `Reviewed every ${relationship.reviewEveryDays} days` : undefined}>
      <dl className="brief-facts">
        {parts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="pre">{words || <span className="muted">Not written yet.</span>}</dd>
          </div>
        ))}
        <dt>Work that serves it now</dt>
        <dd>
          {work.length === 0 ? <span className="muted">None in the next 90 days.</span> : null}
          {work.slice(0, 6).map((one, at) => (
            <span key={one.id}>
              {at > 0 ? ", " : ""}
              <a href={pathOf(one.kind, one.code)}>{one.name}</a>
            </span>
          ))}
        </dd>
      </dl>
    </Card>
  )
}
