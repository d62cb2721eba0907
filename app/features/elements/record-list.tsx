// The frame of a list of records: its sentence, filters, search, order, columns and downloads around the table.
import type { ReactNode } from "react"
import { ChipMenu } from "~/ui/chip"
import { EmptyState } from "~/ui/empty-state"
import { Pagination, Segmented } from "~/ui/link-sets"
import { ColumnChooser, keptValues, ListSearch } from "~/ui/list-controls"
import { chipOptions, isOn, pageHref, withValues } from "~/ui/list-url"
import { DownloadMenu, LinkMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import type { ChainKind } from "./element"
import type { ListAsk, ListSpec } from "./list"
import type { FewChoices, FilterChoice } from "./list-choices"
import { screenPath, viewQuery, type SavedView, type ViewScreen } from "./saved-view"
import { ViewTabs, type ViewTab } from "./view-tabs"

export interface ListFilter {
  name: string
  label: string
  options: readonly FilterChoice[]
  /** of all its values; absent: those listed are all */
  total?: number
}

/** A filter by other records: the fixed choices, then the first of the records. */
export function filterBy(name: string, label: string, { options, total }: FewChoices, fixed: readonly FilterChoice[] = []): ListFilter {
  return { name, label, options: [...fixed, ...options], ...(total > options.length ? { total } : {}) }
}

export interface RecordListProps {
  title: string
  lede?: ReactNode
  screen: ViewScreen
  /** views that come with the list, between all and the archived ones */
  tabs?: readonly ViewTab[]
  views: readonly SavedView[]
  /** the lists that stand beside this one */
  beside?: readonly { label: string; href: string; current: boolean }[]
  /** "services", for the search field */
  many: string
  /** the button for a new one, for those who may make one */
  create?: string
  /** where it is made, when that is not below the list */
  createHref?: string
  /** what rows of a file are, for the link to bring one in; for those who may */
  importAs?: ChainKind
  spec: ListSpec
  ask: ListAsk
  address: URLSearchParams
  filters: readonly ListFilter[]
  sortWords: Readonly<Record<string, string>>
  groupWords?: Readonly<Record<string, string>>
  columnWords: Readonly<Record<string, string>>
  page: number
  pageCount: number
  total: number
  empty: { title: string; words: string }
  /** the table itself */
  children: ReactNode
}

/** Draws the page of a list; nothing found and nothing there yet are told apart. */
export function RecordList({ title, lede, screen, tabs = [], views, beside, many, create, createHref, importAs, spec, ask, address, filters, sortWords, groupWords = {}, columnWords, page, pageCount, total, empty, children }: RecordListProps) {
  const path = screenPath(screen)
  const query = viewQuery(address)
  const archived = (ask.filters.archived ?? []).includes("yes")
  const file = (ending: string) => `/${screen}.${ending}${query ? `?${query}` : ""}`
  const narrowed = ask.q !== "" || Object.entries(ask.filters).some(([name, values]) => name !== "archived" && values.length > 0)
  return (
    <div className="page">
      <PageHeader
        title={archived ? archivedTitle(total, many) : title}
        lede={archived ? "What is archived counts nowhere and keeps its history. Each can be brought back." : lede}
        actions={
          <>
            {beside ? <Segmented label="Lists" links={beside} /> : null}
            {importAs ? <ImportLink as={importAs} /> : null}
            <DownloadMenu csvHref={file("csv")} xlsxHref={file("xlsx")} />
            {create ? (
              <a className="btn primary" href={createHref ?? `/${screen}/new`} data-new>
                {create}
              </a>
            ) : null}
          </>
        }
      />
      <ViewTabs screen={screen} address={address} tabs={[{ label: "All", query: "" }, ...tabs, { label: "Archived", query: "archived=yes" }]} views={views} />
      <div className="filters">
        <ListSearch label={`Search ${many}`} value={ask.q} kept={keptValues(address, ["q"])} />
        {filters.map((filter) => (
          <ChipMenu
            key={filter.name}
            label={labelOf(filter, address)}
            options={chipOptions(address, filter.name, filter.options)}
            more={filter.total === undefined ? undefined : { count: filter.total, href: withValues(address, { show: filter.name }) }}
            open={address.get("show") === filter.name}
          />
        ))}
        {narrowed ? <a href={withValues(address, { q: null, ...Object.fromEntries(spec.filters.filter((name) => name !== "archived").map((name) => [name, null])) })}>Show all</a> : null}
        <span className="push row wrap">
          {spec.groups.length > 1 ? <Choice label="Group" now={ask.group} values={spec.groups} words={groupWords} href={(value) => withValues(address, { group: value === spec.usualGroup ? null : value })} /> : null}
          {spec.sorts.length > 1 ? <Choice label="Sort" now={ask.sort.key} values={spec.sorts} words={sortWords} href={(value) => withValues(address, { sort: value })} /> : null}
          <ColumnChooser
            kept={keptValues(address, ["columns"])}
            columns={["name", ...spec.columns].map((key) => ({ key, label: columnWords[key] ?? key, shown: ask.columns.includes(key), fixed: key === "name" }))}
          />
        </span>
      </div>
      {total > 0 ? children : narrowed ? (
        <EmptyState title={`No ${many} fit.`} actions={<a className="btn" href={path}>Show all {many}</a>}>
          Try fewer words or take a filter away.
        </EmptyState>
      ) : archived ? (
        <EmptyState title={`No archived ${many}.`} actions={<a className="btn" href={path}>Show all {many}</a>} />
      ) : (
        <EmptyState title={empty.title} actions={create ? <a className="btn primary" href={createHref ?? `/${screen}/new`}>{create}</a> : undefined}>
          {empty.words}
        </EmptyState>
      )}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => pageHref(address, to)} />
    </div>
  )
}

/** Draws the way to bring in a file of such records. */
export function ImportLink({ as }: { as: ChainKind }) {
  return (
    <a className="btn quiet" href={`/settings/imports/new?as=${as}`}>
      Import
    </a>
  )
}

function archivedTitle(total: number, many: string): string {
  return total === 0 ? `No archived ${many}.` : `${total} archived ${total === 1 ? "record" : many}.`
}

function labelOf(filter: ListFilter, address: URLSearchParams): string {
  const on = filter.options.filter((option) => isOn(address, filter.name, option.value))
  const [first] = on
  if (first === undefined) return filter.label
  return on.length === 1 ? `${filter.label}: ${first.label}` : `${filter.label}: ${on.length}`
}

function Choice({ label, now, values, words, href }: { label: string; now: string; values: readonly string[]; words: Readonly<Record<string, string>>; href: (value: string) => string }) {
  const say = (value: string) => words[value] ?? (value === "none" ? "nothing" : value)
  return <LinkMenu className="btn quiet small" label={<>{label} <b>{say(now)}</b> ▾</>} links={values.map((value) => ({ label: say(value), href: href(value) }))} />
}
