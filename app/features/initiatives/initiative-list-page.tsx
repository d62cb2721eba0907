// The screen of the list of initiatives: the computed sentence, tabs of views, filters, the table and its pages.
import type { ReactNode } from "react"
import { useSearchParams } from "@remix-run/react"
import { ImportLink } from "~/features/elements/record-list"
import { viewQuery, type SavedView } from "~/features/elements/saved-view"
import { ViewTabs } from "~/features/elements/view-tabs"
import { EmptyState } from "~/ui/empty-state"
import { Pagination } from "~/ui/link-sets"
import { pageHref } from "~/ui/list-url"
import { DownloadMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { InitiativeFilters } from "./initiative-filters"
import type { InitiativeListPage } from "./initiative-rows"
import { InitiativeTable } from "./initiative-table"

export interface InitiativeListScreen {
  list: InitiativeListPage
  title: string
  lede: ReactNode
  views: readonly SavedView[]
}

/** Draws the list. */
export function InitiativeList({ list, title, lede, views }: InitiativeListScreen) {
  const [address] = useSearchParams()
  const query = viewQuery(address)
  const download = query === "" ? "" : `?${query}`
  return (
    <div className="page">
      <PageHeader
        title={title}
        lede={lede}
        actions={
          <>
            {list.mayImport ? <ImportLink as="initiative" /> : null}
            <DownloadMenu csvHref={`/initiatives.csv${download}`} xlsxHref={`/initiatives.xlsx${download}`} />
            {list.mayPlan ? (
              <a className="btn primary" href="/initiatives/new" data-new>
                New initiative
              </a>
            ) : null}
          </>
        }
      />
      <ViewTabs screen="initiatives" address={address} tabs={list.tabs} views={views} />
      <InitiativeFilters list={list} address={address} />
      {list.fitting === 0 && (list.archived || list.groups.length === 0) ? <Nothing list={list} /> : <InitiativeTable list={list} address={address} />}
      <Pagination page={list.page} pageCount={list.pageCount} hrefFor={(page) => pageHref(address, page)} />
    </div>
  )
}

function Nothing({ list }: { list: InitiativeListPage }) {
  if (list.archived) {
    return (
      <EmptyState title="No archived initiative fits." actions={<a className="btn" href="/initiatives">Show all open work</a>}>
        What is archived leaves every list and figure; it can be brought back from here.
      </EmptyState>
    )
  }
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
