// The cards of an initiative's page: what it needs first, what it changes, whom it affects, and its money by year.
import { pathOf } from "~/features/elements/element"
import { relationWords } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { addMoney, fullMoney } from "~/core/money"
import { Card } from "~/ui/card"
import { Shape, type StatusState } from "~/ui/status"
import type { InitiativeAlignment, InitiativePageData, OrderLink } from "./initiative-page-data"
import { span, type OrderState, type TimeLine } from "./time-order"

const orderShapes: Record<OrderState, StatusState> = { done: "done", "in time": "on-track", "too late": "off-track", cancelled: "gap", "not known": "unknown" }

/** Draws what must end before this begins, on one line of time and in words, and what waits for this. */
export function NeedsCard({ data }: { data: InitiativePageData }) {
  const { needs, neededBy, line, mayEdit, initiative } = data
  const late = needs.filter((need) => need.state === "too late").length
  const link = (what: string, label: string) => (
    <a className="btn small" href={`/initiatives/${initiative.code}/link?what=${what}`}>
      {label}
    </a>
  )
  return (
    <Card
      title="Needs first"
      id="needs"
      aside={needs.length === 0 ? undefined : late === 0 ? `${needs.length} in the right order` : `${late} of ${needs.length} in the wrong order`}
      foot={mayEdit ? <>{link("needs", "Add what it needs first")} {link("needed-by", "Add what waits for it")}</> : undefined}
    >
      {line ? <TimePicture line={line} data={data} /> : null}
      {needs.length === 0 ? <p className="muted">It needs no other work first.</p> : <OrderLines links={needs} mayEdit={mayEdit} />}
      {neededBy.length > 0 ? (
        <>
          <h3 className="rule">Is needed first by</h3>
          <OrderLines links={neededBy} mayEdit={mayEdit} />
        </>
      ) : null}
    </Card>
  )
}

function OrderLines({ links, mayEdit }: { links: readonly OrderLink[]; mayEdit: boolean }) {
  return (
    <ul className="lines">
      {links.map((link) => (
        <li key={link.id}>
          <Shape state={orderShapes[link.state]} />
          <span className="grow">
            <a href={pathOf("initiative", link.other.code)}>{link.other.name}</a> {link.words}
            <small>
              {link.mandatory ? "Must have" : "Advised"}
              {link.lagDays > 0 ? ` · ${span(link.lagDays)} between` : ""}
              {link.note ? ` · “${link.note}”` : ""}
            </small>
          </span>
          {mayEdit ? <Unlink id={link.id} name={link.other.name} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** The picture says nothing that the list below does not say in words, so readers without eyes are spared it. */
function TimePicture({ line, data }: { line: TimeLine; data: InitiativePageData }) {
  const late = new Set(data.needs.filter((need) => need.state === "too late").map((need) => need.other.id))
  return (
    <div className="time-line" aria-hidden="true">
      <div className="months">
        {line.months.map((month) => (
          <span key={month.label} style={{ insetInlineStart: `${month.at}%` }}>
            {month.label}
          </span>
        ))}
      </div>
      {line.bars.map((bar) => (
        <div key={bar.id} className="track">
          <span className={late.has(bar.id) ? "work late" : bar.id === data.initiative.id ? "work own" : "work"} style={{ insetInlineStart: `${bar.from}%`, inlineSize: `${bar.width}%` }} />
          <span className="name" style={{ insetInlineStart: `${Math.min(bar.from, 60)}%` }}>{data.lineNames[bar.id]}</span>
        </div>
      ))}
      {line.today === null ? null : (
        <span className="today" style={{ insetInlineStart: `${line.today}%` }}>
          <small>today</small>
        </span>
      )}
    </div>
  )
}

/** Draws the services, applications and capabilities it introduces, improves, replaces or switches off. */
export function ChangesCard({ data }: { data: InitiativePageData }) {
  return (
    <Card title="Changes" id="changes" foot={data.mayEdit ? <a className="btn small" href={`/initiatives/${data.initiative.code}/link?what=changes`}>Add what it changes</a> : undefined}>
      {data.changes.length === 0 ? (
        <p className="muted">No service or application is named yet.</p>
      ) : (
        <ul className="lines">
          {data.changes.map((change) => (
            <li key={change.id}>
              <span className="grow">
                {relationWords[change.relation].forth.replace(/^./, (first) => first.toUpperCase())} <a href={pathOf(change.other.kind, change.other.code)}>{change.other.name}</a> <span className="code">{change.other.code}</span>
                {change.note ? <small>“{change.note}”</small> : null}
              </span>
              {data.mayEdit ? <Unlink id={change.id} name={change.other.name} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Draws the units it affects with how many people work there, those of their parts included. */
export function AffectsCard({ data }: { data: InitiativePageData }) {
  return (
    <Card title="Affects" id="affects" foot={data.mayEdit ? <a className="btn small" href={`/initiatives/${data.initiative.code}/link?what=unit`}>Add a unit</a> : undefined}>
      {data.units.length === 0 ? (
        <p className="muted">Whom it affects is not known yet.</p>
      ) : (
        <ul className="lines">
          {data.units.map((unit) => (
            <li key={unit.id}>
              <span className="grow">
                <a href={pathOf("unit", unit.other.code)}>{unit.other.name}</a> <span className="muted">{unit.people === null ? "headcount not known" : `${unit.people} ${unit.people === 1 ? "person" : "people"}`}</span>
                {unit.note ? <small>“{unit.note}”</small> : null}
              </span>
              {data.mayEdit ? <Unlink id={unit.id} name={unit.other.name} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Draws the planned budget by financial year; no row is no budget, and 0 is one. */
export function MoneyCard({ data, alignment }: { data: InitiativePageData; alignment: InitiativeAlignment }) {
  const years = Object.entries(data.initiative.budget)
  return (
    <Card title="Money" id="money" flush={years.length > 0} foot={data.mayEdit ? <a className="btn small" href={`/initiatives/${data.initiative.code}/edit`}>Change the budget</a> : undefined}>
      {years.length === 0 ? (
        <p className="muted">No budget is planned yet, so it is left out of every money figure.</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Financial year</th>
              <th scope="col" className="num">Planned</th>
            </tr>
          </thead>
          <tbody>
            {years.map(([year, amount]) => (
              <tr key={year}>
                <th scope="row">{alignment.years[year] ?? year}</th>
                <td className="num">{fullMoney(amount, alignment.currency)}</td>
              </tr>
            ))}
            {years.length > 1 ? (
              <tr>
                <th scope="row">All years</th>
                <td className="num">
                  <b>{fullMoney(addMoney(years.map(([, amount]) => amount)), alignment.currency)}</b>
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Unlink({ id, name }: { id: string; name: string }) {
  return (
    <form method="post" action={`/links/${id}/remove`} className="push">
      <OperationFields form={`unlink ${id}`} />
      <button type="submit" className="btn quiet small" aria-label={`Take the link with ${name} away`}>
        ×
      </button>
    </form>
  )
}
