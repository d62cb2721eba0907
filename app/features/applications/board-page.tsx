// The board of jobs, one tool per job: where nobody has chosen yet, what it costs, and the same as a table.
import "./portfolio.css"
import type { ReactNode } from "react"
import { shortMoney } from "~/core/money"
import { filterBy } from "~/features/elements/record-list"
import type { FewChoices } from "~/features/elements/list-choices"
import { ChipMenu } from "~/ui/chip"
import { EmptyState } from "~/ui/empty-state"
import { How } from "~/ui/how"
import { Segmented } from "~/ui/link-sets"
import { chipOptions, isOn, withValues } from "~/ui/list-url"
import { LinkMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { BoardCardView } from "./board-card"
import { BoardTable } from "./board-table"
import { boardOrders, boardOrderWords, type BoardAsk, type BoardShown } from "./board-ask"
import { boardColumnWords, type BoardSums } from "./function-board"

export interface BoardPageProps {
  ask: BoardAsk
  address: URLSearchParams
  shown: BoardShown
  /** of all jobs, whatever is filtered */
  sums: BoardSums
  owners: FewChoices
  currency: string
  asOf: string
  mayPlan: boolean
}

/** Draws the page. */
export function BoardPage({ ask, address, shown: { fitting, onBoard, columns, rows }, sums, owners, currency, asOf, mayPlan }: BoardPageProps) {
  const owner = filterBy("owner", "Owner", owners, [{ value: "none", label: "No owner" }])
  const chosen = owner.options.filter((option) => isOn(address, "owner", option.value))
  return (
    <div className="page wide">
      <PageHeader
        title={titleOf(sums)}
        lede={<Lede sums={sums} currency={currency} asOf={asOf} />}
        crumbs={[{ label: "Running IT" }]}
        actions={
          <>
            <Segmented label="Lists" links={[{ label: "Applications", href: "/applications", current: false }, { label: "Portfolio", href: "/applications/portfolio", current: false }, { label: "One tool per job", href: "/functions", current: true }]} />
            <a className="btn" href="/functions/list">All jobs</a>
            {mayPlan ? <a className="btn primary" href="/functions/new" data-new>Add a job</a> : null}
          </>
        }
      />
      <Strip sums={sums} currency={currency} />
      <div className="filters">
        <ChipMenu label={chosen.length === 0 ? "Owner" : chosen.length === 1 ? `Owner: ${chosen[0]?.label}` : `Owner: ${chosen.length}`} options={chipOptions(address, "owner", owner.options)} />
        <LinkMenu className="btn quiet small" label={<>Order <b>{boardOrderWords[ask.order]}</b> ▾</>} links={boardOrders.map((order) => ({ label: boardOrderWords[order], href: withValues(address, { order: order === "saving" ? null : order }) }))} />
        <span className="push"><Segmented label="View" links={[{ label: "Board", href: withValues(address, { view: null }), current: ask.view === "board" }, { label: "Table", href: withValues(address, { view: "table" }), current: ask.view === "table" }]} /></span>
      </div>
      {onBoard === 0 ? (
        <EmptyState title={ask.owners.length > 0 ? "No job fits." : "No job is done by more than one tool."} actions={<a className="btn" href="/functions/list">All jobs</a>}>
          {ask.owners.length > 0 ? "Take a filter away." : "Name the jobs that your applications do. Two tools for one job then show up here."}
        </EmptyState>
      ) : ask.view === "table" ? (
        <BoardTable cards={rows} more={onBoard - rows.length} currency={currency} />
      ) : (
        <div className="board" tabIndex={0} role="group" aria-label="Jobs by how far the choice is">
          {columns.map(({ column, shown, count }) => (
            <section key={column} aria-labelledby={`column-${column.replace(/ /g, "-")}`}>
              <h2 id={`column-${column.replace(/ /g, "-")}`}>{boardColumnWords[column]} <span className="muted">{count === 1 ? "1 job" : `${count} jobs`}</span></h2>
              {shown.length === 0 ? <p className="muted none">None</p> : <ul>{shown.map((card) => <li key={card.job.id}><BoardCardView card={card} currency={currency} /></li>)}</ul>}
              {count > shown.length ? <a href={withValues(address, { view: "table" })}>{count - shown.length} more jobs</a> : null}
            </section>
          ))}
        </div>
      )}
      <p className="muted">{fitting - onBoard} {fitting - onBoard === 1 ? "job is" : "jobs are"} done by one tool in use or none, and no choice is needed. <a href="/functions/list">All jobs</a></p>
    </div>
  )
}

function titleOf({ jobs, undecided }: BoardSums): string {
  if (jobs === 0) return "No tool is named for any job yet."
  if (undecided === 0) return `Every one of ${jobs} ${jobs === 1 ? "job" : "jobs"} has its tool.`
  return `${undecided} of ${jobs} jobs ${undecided === 1 ? "is" : "are"} done by more than one tool and nobody has chosen yet.`
}

function Lede({ sums, currency, asOf }: { sums: BoardSums; currency: string; asOf: string }): ReactNode {
  const { undecided, saving, savingKnown, upTo } = sums
  const open = undecided - savingKnown
  return (
    <>
      {saving === null ? (undecided === 0 ? "" : "What choosing could save is not known yet. ") : <>Choosing could save {upTo ? "up to " : ""}<b>{shortMoney(saving, currency)} a year</b> for {savingKnown} of them. </>}
      {saving !== null && open > 0 ? `The cost of ${open === 1 ? "one" : open} is not fully known yet. ` : ""}
      as of {asOf}{" "}
      <How title="What choosing could save" asOf={asOf}>
        <p>For each job: what all its tools cost in a year, less all seats at the lowest price of a seat among them, at least nothing. It is the most that one tool for all could save, before switching costs anything.</p>
        <p>A job counts as not chosen with two or more tools in use and no decision, or with a decision that is still being made. A tool that does several jobs counts in each. While one cost is missing, the saving of the job is not known.</p>
        <p>How scattered a job is: 1 less the sum of each tool’s share of the seats, squared. 0 is one tool for all; the nearer to 1, the more scattered.</p>
      </How>
    </>
  )
}

function Strip({ sums, currency }: { sums: BoardSums; currency: string }) {
  const unknown = <span className="muted">Not known</span>
  const facts: { label: string; value: ReactNode; note: string }[] = [
    { label: "Jobs with no choice yet", value: sums.undecided, note: `of ${sums.jobs} that a tool does` },
    { label: "Seats in them", value: sums.seats ?? unknown, note: "on all their tools" },
    { label: "What they cost", value: sums.yearlyCost === null ? unknown : shortMoney(sums.yearlyCost, currency), note: sums.savingKnown < sums.undecided ? "a year, as far as it is known" : "a year" },
    { label: "One tool each could save", value: sums.saving === null ? unknown : `${sums.upTo ? "up to " : ""}${shortMoney(sums.saving, currency)}`, note: `a year, known for ${sums.savingKnown} of ${sums.undecided}` },
  ]
  return (
    <dl className="board-strip">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd><span className="big">{fact.value}</span> <small>{fact.note}</small></dd>
        </div>
      ))}
    </dl>
  )
}

