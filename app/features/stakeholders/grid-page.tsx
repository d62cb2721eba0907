// The page of the grid who decides / who is affected, overall or about one subject, with the table that says the same.
import { kindWords, pathOf, type ElementRef } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { Segmented } from "~/ui/link-sets"
import { PageHeader } from "~/ui/page-header"
import { StakeholderGrid, type GridProps } from "./stakeholder-grid"
import { engagementWords, priorityInWords, priorityOf, quarterOf, quarterWords } from "./standing"

export interface GridPageProps {
  points: readonly (GridProps["points"][number] & { unit: string | null })[]
  total: number
  subject: ElementRef | null
  subjects: readonly ElementRef[]
}

/** Draws the page. */
export function GridPage({ points, total, subject, subjects }: GridPageProps) {
  const about = subject ? `?about=${subject.code}` : ""
  const placed = points.filter(({ standing }) => quarterOf(standing) !== null)
  const known = points.filter(({ standing }) => standing.version > 0)
  const close = placed.filter(({ standing }) => quarterOf(standing) === "work closely").length
  const title = placed.length === 0 ? "Nobody is placed yet." : `${placed.length} of ${total} placed, ${close} to work closely with.`
  return (
    <div className="page">
      <PageHeader
        title={title}
        lede={subject ? <>About <a href={pathOf(subject.kind, subject.code)}>{subject.name}</a>. Only relationship managers and planners see this.</> : "Overall. Only relationship managers and planners see this."}
        crumbs={[{ label: "People & groups", href: "/stakeholders" }]}
        actions={<Segmented label="Views" links={[{ label: "List", href: "/stakeholders", current: false }, { label: "Who decides, who is affected", href: "/stakeholders/grid", current: true }]} />}
      />
      <form method="get" action="/stakeholders/grid" className="filters">
        <label htmlFor="about">About</label>
        <select className="input" id="about" name="about" defaultValue={subject?.code ?? ""}>
          <option value="">Everything, overall</option>
          {subjects.map((one) => (
            <option key={one.id} value={one.code}>{`${one.name} (${kindWords[one.kind].one.toLowerCase()})`}</option>
          ))}
        </select>
        <button type="submit" className="btn small">Show</button>
      </form>
      {placed.length > 0 ? <StakeholderGrid points={points} about={about} /> : (
        <EmptyState title="Nobody is placed yet." actions={<a className="btn" href="/people/new">New person or group</a>}>
          {subject ? "Place the people and groups who can stop it or whom it changes most, with the table below or from their own page." : "Place the ten people who can stop or make your plans, with the table below."}
        </EmptyState>
      )}
      <Card title="The same as a table" id="table" aside={points.length < total ? `the first ${points.length} of ${total}` : String(total)}>
        {known.length > 0 ? <TwinTable points={known} about={about} /> : null}
        {known.length < points.length ? <NotPlaced points={points.filter((one) => !known.includes(one))} about={about} open={known.length === 0} /> : null}
      </Card>
    </div>
  )
}

function NotPlaced({ points, about, open }: Pick<GridPageProps, "points"> & { about: string; open: boolean }) {
  return (
    <details className="disclose" open={open || undefined}>
      <summary>Nothing is known yet of {points.length === 1 ? "one" : points.length}</summary>
      <ul className="not-placed">
        {points.map(({ id, code, name, unit }) => (
          <li key={id}>
            <a href={`/people/${code}/standing${about}`} aria-label={`Say where ${name} stands`}>{name}</a>
            {unit ? <small className="muted"> {unit}</small> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function TwinTable({ points, about }: Pick<GridPageProps, "points"> & { about: string }) {
  const unknown = <span className="muted">Not known yet</span>
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="Who decides, who is affected, as a table">
      <table className="plain-table">
        <caption className="visually-hidden">People and groups with influence, how much they are affected, engagement and priority</caption>
        <thead>
          <tr>
            <th scope="col">Person or group</th>
            <th scope="col">Unit</th>
            <th scope="col" className="number">Influence</th>
            <th scope="col" className="number">Affected</th>
            <th scope="col">How to work together</th>
            <th scope="col">Now → wanted</th>
            <th scope="col" className="number">Priority</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ id, code, name, unit, groupHeadcount, standing }) => {
            const quarter = quarterOf(standing)
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`/people/${code}`}>{name}</a>
                  {groupHeadcount === null ? null : <small className="muted"> group of {groupHeadcount}</small>}
                </th>
                <td>{unit ?? <span className="muted">No unit</span>}</td>
                <td className="number">{standing.influence ?? unknown}</td>
                <td className="number">{standing.interest ?? unknown}</td>
                <td>{quarter ? quarterWords[quarter] : unknown}</td>
                <td>{standing.engagementNow || standing.engagementWanted ? `${standing.engagementNow ? engagementWords[standing.engagementNow] : "?"} → ${standing.engagementWanted ? engagementWords[standing.engagementWanted] : "?"}` : unknown}</td>
                <td className="number" title={priorityInWords(standing)}>{priorityOf(standing) ?? unknown}</td>
                <td><a href={`/people/${code}/standing${about}`} aria-label={`Change where ${name} stands`}>By number</a></td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
