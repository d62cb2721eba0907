// The screen of the list of goals: the computed sentence, tabs of views, filters, the table and its pages.
import type { ReactNode } from "react"
import { useSearchParams } from "@remix-run/react"
import { ImportLink } from "~/features/elements/record-list"
import { viewQuery, type SavedView } from "~/features/elements/saved-view"
import { ViewTabs } from "~/features/elements/view-tabs"
import { ChipMenu } from "~/ui/chip"
import { EmptyState } from "~/ui/empty-state"
import { Pagination } from "~/ui/link-sets"
import { ColumnChooser, keptValues, ListSearch } from "~/ui/list-controls"
import { chipOptions, pageHref, withValues } from "~/ui/list-url"
import { DownloadMenu, LinkMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { goalLevels, goalLevelWords, goalStatuses, goalStatusWords } from "./goal"
import { goalListSpec } from "./goal-list"
import { healthWord } from "./goal-marks"
import type { GoalHealth } from "./goal-progress"
import type { GoalChoice, GoalListPage } from "./goal-rows"
import { goalColumnWords, GoalTable } from "./goal-table"
import "./goals.css"

export interface GoalListScreen {
  list: GoalListPage
  title: string
  lede: ReactNode
  views: readonly SavedView[]
}

const sortWords: Record<string, string> = {
  gaps: "gaps first", name: "name", health: "worst status", progress: "progress", weight: "weight", due: "due date", owner: "owner", work: "work", money: "money",
}
const healths: readonly GoalHealth[] = ["no work", "off track", "at risk", "on track", "not started", "not known", "done"]

/** Draws the list. */
export function GoalList({ list, title, lede, views }: GoalListScreen) {
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
            {list.mayImport ? <ImportLink as="goal" /> : null}
            <DownloadMenu csvHref={`/goals.csv${download}`} xlsxHref={`/goals.xlsx${download}`} />
            {list.mayPlan ? (
              <a className="btn primary" href="/goals/new" data-new>
                New goal
              </a>
            ) : null}
          </>
        }
      />
      <ViewTabs screen="goals" address={address} tabs={list.tabs} views={views} />
      <Filters list={list} address={address} />
      {list.groups.length === 0 || (list.archived && list.fitting === 0) ? <Nothing list={list} /> : <GoalTable list={list} address={address} />}
      <Pagination page={list.page} pageCount={list.pageCount} hrefFor={(page) => pageHref(address, page)} />
    </div>
  )
}

function Filters({ list, address }: { list: GoalListPage; address: URLSearchParams }) {
  const { ask, choices } = list
  const some = (name: string, options: readonly GoalChoice[]) => chipOptions(address, name, options)
  const year = list.year === null ? "all" : String(list.year)
  return (
    <div className="filters">
      <ListSearch label="Search goals" value={ask.q} kept={keptValues(address, ["q"])} />
      <ChipMenu label="Level" options={some("level", goalLevels.map((value) => ({ value, label: goalLevelWords[value] })))} />
      <ChipMenu label="Stage" options={some("status", [{ value: "all", label: "Any" }, ...goalStatuses.map((value) => ({ value, label: goalStatusWords[value] }))])} />
      <ChipMenu label="Status" options={some("health", healths.map((value) => ({ value, label: healthWord(value) })))} />
      <ChipMenu label="Owner" options={some("owner", [{ value: "me", label: "Me" }, { value: "none", label: "No owner" }, ...choices.owners])} />
      <ChipMenu label="Pillar" options={some("pillar", choices.pillars)} />
      <ChipMenu label="Gaps" options={some("gap", [{ value: "work", label: "No work" }, { value: "measure", label: "No measure" }, { value: "owner", label: "No owner" }])} />
      <ChipMenu label={`Money ${list.yearLabel}`} options={[{ value: "all", label: "All years" }, ...choices.years].map(({ value, label }) => ({ label, href: withValues(address, { year: value }), on: value === year }))} on={false} />
      <span className="push row">
        <LinkMenu label={ask.group === "none" ? "Group nothing ▾" : "Group pillar ▾"} className="btn quiet small" links={goalListSpec.groups.map((value) => ({ label: value === "none" ? "nothing" : value, href: withValues(address, { group: value === goalListSpec.usualGroup ? null : value }) }))} />
        <LinkMenu label={`Sort ${sortWords[ask.sort.key] ?? ask.sort.key} ▾`} className="btn quiet small" links={goalListSpec.sorts.map((value) => ({ label: sortWords[value] ?? value, href: withValues(address, { sort: value === goalListSpec.usualSort ? null : value }) }))} />
        <ColumnChooser kept={keptValues(address, ["columns"])} columns={goalListSpec.columns.map((key) => ({ key, label: goalColumnWords[key] ?? key, shown: ask.columns.includes(key), fixed: key === "name" }))} />
      </span>
    </div>
  )
}

function Nothing({ list }: { list: GoalListPage }) {
  if (list.all === 0 && !list.archived)
    return (
      <EmptyState
        title="What does the business want this year?"
        actions={
          list.mayPlan ? (
            <>
              <a className="btn primary" href="/goals/new">
                Write the first goal
              </a>
              <a className="btn" href="/strategy/start">
                Start with five questions
              </a>
            </>
          ) : undefined
        }
      >
        Pillars are the few big directions. Goals below them say what shall be true, and measures how we will know.
      </EmptyState>
    )
  return (
    <EmptyState title={list.archived ? "No archived goal fits." : "No goal fits these filters."} actions={<a className="btn" href="/goals">Show the current goals</a>}>
      Try fewer words or take a filter away.
    </EmptyState>
  )
}
