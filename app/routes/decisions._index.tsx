// GET /decisions: the list of decisions; ?state= and ?page= narrow it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { decisionStates, stateWords } from "~/features/decisions/decision"
import { readDecisionState } from "~/features/decisions/decision-list"
import { listDecisions } from "~/features/decisions/decision-list.queries.server"
import { DecisionTable } from "~/features/decisions/decision-table"
import { EmptyState } from "~/ui/empty-state"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const state = readDecisionState(address.get("state"))
  const { timeZone, currency } = await theCompany(db)
  const asked = Number(address.get("page") ?? "1")
  const list = await listDecisions(db, { state, page: Number.isInteger(asked) ? asked : 1, timeZone, today: calendarDate(new Date(), timeZone) })
  return { ...list, state, currency, mayMake: can(actor, "edit chain") }
}

export const meta = () => [{ title: "Decisions | Throughline" }]

export default function DecisionsPage() {
  const { rows, total, page, pageCount, state, mayMake, currency } = useLoaderData<typeof loader>()
  const make = mayMake ? <a className="btn primary" href="/decisions/new">Start a decision</a> : undefined
  const narrowed = state ? `state=${encodeURIComponent(state)}&` : ""
  const count = `${total} ${total === 1 ? "decision" : "decisions"}`
  return (
    <div className="page">
      <PageHeader title={state ? `${count}: ${stateWords[state].toLowerCase()}` : count} lede="What was chosen, between which options, who was heard and who signed." actions={make} />
      <nav className="row wrap" aria-label="State">
        <a className="chip" href="/decisions" aria-current={state === null ? "true" : undefined}>All</a>
        {decisionStates.map((one) => <a key={one} className="chip" href={`/decisions?state=${encodeURIComponent(one)}`} aria-current={one === state ? "true" : undefined}>{stateWords[one]}</a>)}
        <span className="push row">
          {["csv", "xlsx"].map((kind) => <a key={kind} className="btn quiet small" href={`/decisions.${kind}${state ? `?state=${encodeURIComponent(state)}` : ""}`} download>{kind === "csv" ? "CSV file" : "Excel file"}</a>)}
        </span>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={state ? "No decision is in this state." : "Nothing was decided here yet."} actions={make}>Begin with a job that several tools do: which one shall it be?</EmptyState>
      ) : <DecisionTable rows={rows} total={total} currency={currency} />}
      {pageCount > 1 ? (
        <nav className="row" aria-label="Pages">
          {page > 1 ? <a href={`/decisions?${narrowed}page=${page - 1}`}>Previous</a> : null}
          <span>Page {page} of {pageCount}</span>
          {page < pageCount ? <a href={`/decisions?${narrowed}page=${page + 1}`}>Next</a> : null}
        </nav>
      ) : null}
    </div>
  )
}
