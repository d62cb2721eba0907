// The screen of the list of initiatives: the computed sentence, tabs of views, filters, the table and its pages.
import { useSearchParams } from "@remix-run/react"
import { OperationFields } from "~/features/elements/operation-fields"
import { EmptyState } from "~/ui/empty-state"
import { How } from "~/ui/how"
import { Pagination, Tabs } from "~/ui/link-sets"
import { pageHref } from "~/ui/list-url"
import { DownloadMenu, Menu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { InitiativeFilters } from "./initiative-filters"
import type { InitiativeListPage } from "./initiative-rows"
import { InitiativeTable } from "./initiative-table"

export interface InitiativeListScreen {
  list: InitiativeListPage
  title: string
  sentences: readonly string[]
  /** how the money of the sentence is worked out, as lines of words */
  workedOut: readonly { label: string; value: string }[]
  views: readonly { id: string; name: string; query: string; mine: boolean }[]
  asOf: string
}

/** Draws the list. */
export function InitiativeList({ list, title, sentences, workedOut, views, asOf }: InitiativeListScreen) {
  const [address] = useSearchParams()
  const query = withoutFleeting(address)
  const download = query === "" ? "" : `?${query}`
  const tabs = [...list.tabs.map((tab) => ({ ...tab, current: sameQuery(tab.query, query) })), ...views.map((view) => ({ label: view.name, query: view.query, current: sameQuery(view.query, query) }))]
  return (
    <div className="page">
      <PageHeader
        title={title}
        lede={
          <>
            {sentences.join(" ")} <How title="The money in this sentence" asOf={asOf}>{<Worked lines={workedOut} />}</How>
          </>
        }
        actions={
          <>
            <DownloadMenu csvHref={`/initiatives.csv${download}`} xlsxHref={`/initiatives.xlsx${download}`} />
            {list.mayPlan ? (
              <a className="btn primary" href="/initiatives/new" data-new>
                New initiative
              </a>
            ) : null}
          </>
        }
      />
      <Tabs label="Views of the list" links={tabs.map(({ label, query: to, current, ...rest }) => ({ label, href: to === "" ? "/initiatives" : `?${to}`, current, ...rest }))} end={<SaveView query={query} views={views} />} />
      <InitiativeFilters list={list} address={address} />
      {list.fitting === 0 && list.groups.length === 0 ? <Nothing list={list} /> : <InitiativeTable list={list} address={address} />}
      <Pagination page={list.page} pageCount={list.pageCount} hrefFor={(page) => pageHref(address, page)} />
    </div>
  )
}

function Worked({ lines }: { lines: InitiativeListScreen["workedOut"] }) {
  return (
    <dl>
      {lines.map((line) => (
        <div key={line.label} className="row spread">
          <dt>{line.label}</dt>
          <dd className="num">{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Nothing({ list }: { list: InitiativeListPage }) {
  if (list.all === 0) {
    return (
      <EmptyState title="Which work serves what the business wants?" actions={list.mayPlan ? <a className="btn primary" href="/initiatives/new">Write the first initiative</a> : undefined}>
        An initiative is work that changes something: an idea, a project, a programme. Link each to the goal it helps.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No initiative fits these filters." actions={<a className="btn" href="/initiatives">Show all open work</a>}>
      {list.all} {list.all === 1 ? "initiative is" : "initiatives are"} recorded.
    </EmptyState>
  )
}

function SaveView({ query, views }: { query: string; views: InitiativeListScreen["views"] }) {
  const mine = views.find((view) => view.mine && sameQuery(view.query, query))
  if (mine) {
    return (
      <form method="post" action={`/views/${mine.id}/remove`}>
        <OperationFields form={`forget ${mine.id}`} />
        <button type="submit" className="btn quiet small">
          Forget this view
        </button>
      </form>
    )
  }
  return (
    <Menu label="Save this view" className="btn quiet small">
      <form method="post" action="/views" className="form">
        <OperationFields form="save view" />
        <input type="hidden" name="screen" value="initiatives" />
        <input type="hidden" name="query" value={query} />
        <label className="field">
          Name
          <input className="input" name="name" required maxLength={60} />
        </label>
        <label className="choice">
          <input type="checkbox" name="shared" />
          <span>Show it to everybody</span>
        </label>
        <button type="submit" className="btn small">
          Save
        </button>
      </form>
    </Menu>
  )
}

/** The address without the page and the message of what was just done. */
function withoutFleeting(address: URLSearchParams): string {
  const kept = new URLSearchParams(address)
  kept.delete("page")
  kept.delete("done")
  return kept.toString()
}

function sameQuery(one: string, other: string): boolean {
  const sorted = (query: string) => [...new URLSearchParams(query)].map((pair) => pair.join("=")).sort().join("&")
  return sorted(one) === sorted(other)
}
