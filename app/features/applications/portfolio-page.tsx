// The page of the portfolio: the picture of placements or the same as a table, with the filters of the list, and what is planned otherwise.
import "./portfolio.css"
import { shortMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { MoneyCell } from "~/features/elements/record-cells"
import type { ListFilter } from "~/features/elements/record-list"
import type { ListAsk } from "~/features/elements/list"
import { Card } from "~/ui/card"
import { ChipMenu } from "~/ui/chip"
import { EmptyState } from "~/ui/empty-state"
import { How } from "~/ui/how"
import { Segmented } from "~/ui/link-sets"
import { ListSearch, keptValues } from "~/ui/list-controls"
import { chipOptions, isOn, withValues } from "~/ui/list-url"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { lifecycleWords } from "./application"
import { highFit, placements, placementWords } from "./fit"
import { PortfolioChart } from "./portfolio-chart"
import { mostBubbles, type PlacedApplication, type PortfolioShown } from "./portfolio"

export interface PortfolioPageProps {
  shown: PortfolioShown
  filters: readonly ListFilter[]
  ask: ListAsk
  address: URLSearchParams
  currency: string
  asOf: string
}

/** Draws the page. */
export function PortfolioPage({ shown, filters, ask, address, currency, asOf }: PortfolioPageProps) {
  const table = address.get("view") === "table"
  const { count, assessed, drawn } = shown
  const query = withValues(address, { view: null })
  return (
    <div className="page">
      <PageHeader
        title={titleOf(count, assessed, shown.mismatches)}
        lede={<Lede assessed={assessed} all={count} asOf={asOf} />}
        crumbs={[{ label: "Running IT" }]}
        actions={<Segmented label="Lists" links={[{ label: "Applications", href: `/applications${query === "?" ? "" : query}`, current: false }, { label: "Portfolio", href: "/applications/portfolio", current: true }, { label: "One tool per job", href: "/functions", current: false }]} />}
      />
      <div className="filters">
        <ListSearch label="Search applications" value={ask.q} kept={keptValues(address, ["q"])} />
        {filters.map((filter) => <Filter key={filter.name} filter={filter} address={address} />)}
        <span className="push"><Segmented label="View" links={[{ label: "Picture", href: withValues(address, { view: null }), current: !table }, { label: "Table", href: withValues(address, { view: "table" }), current: table }]} /></span>
      </div>
      <Placements shown={shown} address={address} currency={currency} />
      {count === 0 ? (
        <EmptyState title="No application fits." actions={<a className="btn" href="/applications/portfolio">Show all</a>}>Try fewer words or take a filter away.</EmptyState>
      ) : table ? (
        <PortfolioTable applications={drawn} count={count} currency={currency} listHref={`/applications${query}`} />
      ) : assessed === 0 ? (
        <EmptyState title="None of these is assessed yet." actions={<a className="btn" href={`/applications${query === "?" ? "" : query}`}>Choose an application</a>}>Ask one person whether it does the job, and one whether it runs well. Both take half a minute.</EmptyState>
      ) : (
        <Card title="Where they belong" id="picture" aside={assessed > mostBubbles ? `the ${mostBubbles} dearest of ${assessed}` : `${assessed} assessed`}>
          <PortfolioChart applications={drawn} currency={currency} />
          <p className="muted">The larger the circle, the more it costs a year. A dashed circle: the cost is not known. ▲ marks what is planned otherwise. <a href={withValues(address, { view: "table" })}>Show as a table</a></p>
        </Card>
      )}
      <Mismatches applications={shown.otherwise} count={shown.mismatches} />
    </div>
  )
}

function titleOf(all: number, assessed: number, mismatches: number): string {
  if (all === 0 || assessed === 0) return "The portfolio"
  if (mismatches === 0) return `${assessed} of ${all} applications are assessed, and none is planned otherwise.`
  return `${mismatches} of ${assessed} assessed ${assessed === 1 ? "application" : "applications"} ${mismatches === 1 ? "is" : "are"} planned otherwise than people's answers suggest.`
}

function Lede({ assessed, all, asOf }: { assessed: number; all: number; asOf: string }) {
  return (
    <>
      {all - assessed === 0 ? "" : `${all - assessed} of ${all} ${all - assessed === 1 ? "is" : "are"} not assessed yet. `}as of {asOf}{" "}
      <How title="Where an application belongs" asOf={asOf}>
        <p>Two short questionnaires, four questions each, from 1 to 4: does it do the job, and does it run well. What counts is the mean of the last 12 months. A side is high from {highFit}.</p>
        <p>Both high: invest in it. Only “runs well” high: leave it as it is. Only “does the job” high: move it to better ground. Neither: switch it off. One side missing: not assessed.</p>
      </How>
    </>
  )
}

function Filter({ filter, address }: { filter: ListFilter; address: URLSearchParams }) {
  const on = filter.options.filter((option) => isOn(address, filter.name, option.value))
  const label = on.length === 0 ? filter.label : on.length === 1 ? `${filter.label}: ${on[0]?.label}` : `${filter.label}: ${on.length}`
  return <ChipMenu label={label} options={chipOptions(address, filter.name, filter.options)} more={filter.total === undefined ? undefined : { count: filter.total, href: withValues(address, { show: filter.name }) }} open={address.get("show") === filter.name} />
}

function Placements({ shown: { counts, costs }, address, currency }: Pick<PortfolioPageProps, "shown" | "address" | "currency">) {
  return (
    <dl className="board-strip">
      {placements.map((one) => (
        <div key={one}>
          <dt>{counts[one] > 0 ? <a href={withValues(address, { placement: one })}>{placementWords[one]}</a> : placementWords[one]}</dt>
          <dd><span className="big">{counts[one]}</span> <small>{costs[one] === null ? "cost not known" : `${shortMoney(costs[one], currency)} a year`}</small></dd>
        </div>
      ))}
    </dl>
  )
}

function PortfolioTable({ applications, count, currency, listHref }: { applications: readonly PlacedApplication[]; count: number; currency: string; listHref: string }) {
  const unknown = <span className="muted">Not known</span>
  return (
    <Card id="rows" title="Where they belong" flush foot={count > applications.length ? <a href={listHref}>The first {applications.length} of {count}; all of them in the list</a> : undefined}>
      <div className="portfolio-table" tabIndex={0} role="group" aria-label="Applications and where they belong">
        <table className="plain-table">
          <caption className="visually-hidden">Applications and where they belong</caption>
          <thead>
            <tr>
              <th scope="col">Application</th><th scope="col">Stage</th><th scope="col" className="num">Does the job</th><th scope="col" className="num">Runs well</th>
              <th scope="col">Recommended</th><th scope="col">Planned</th><th scope="col" className="num">Yearly cost</th>
            </tr>
          </thead>
          <tbody>
            {applications.map((one) => (
              <tr key={one.id}>
                <th scope="row"><a href={pathOf("application", one.code)}>{one.name}</a></th>
                <td>{lifecycleWords[one.lifecycle]}</td>
                <td className="num">{one.fit.functional?.toFixed(1) ?? unknown}</td>
                <td className="num">{one.fit.technical?.toFixed(1) ?? unknown}</td>
                <td>{placementWords[one.recommended]}</td>
                <td>{one.planned === null ? <span className="muted">Nothing yet</span> : one.mismatch ? <StatusMark state="at-risk">{placementWords[one.planned]}</StatusMark> : placementWords[one.planned]}</td>
                <td className="num"><MoneyCell amount={one.yearlyCost} currency={currency} missing={one.withoutCost} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Mismatches({ applications, count }: { applications: readonly PlacedApplication[]; count: number }) {
  if (applications.length === 0) return null
  return (
    <Card title="Planned otherwise" id="mismatches" aside={count === 1 ? "1 mismatch" : `${count} mismatches`} foot={count > applications.length ? <a href="/applications?mismatch=yes">All {count} in the list</a> : undefined}>
      <ul className="lines told">
        {applications.map((one) => (
          <li key={one.id}>
            <span className="line-text">
              <StatusMark state="at-risk"><a href={`${pathOf("application", one.code)}#fit`}>{one.name}</a>: planned “{one.planned === null ? "" : placementWords[one.planned]}”, recommended “{placementWords[one.recommended]}”</StatusMark>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
