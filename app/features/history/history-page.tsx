// The history of everything: filters above, entries in words, each with undo while it is offered.
import { HistoryTrail, type PanelHistory } from "~/features/elements/element-panels"
import { Card } from "~/ui/card"
import { DateField, Select } from "~/ui/field"
import { pageHref } from "~/ui/list-url"
import { historyKinds, type HistoryAsk } from "./history"

export interface HistoryListProps {
  ask: HistoryAsk
  /** the page's own address, for its other pages */
  search: string
  actors: readonly { value: string; label: string }[]
  recent: PanelHistory
  /** entries too old to be taken back */
  old: PanelHistory
  more: boolean
}

/** Draws filters, entries and the way to older ones. */
export function HistoryList({ ask, search, actors, recent, old, more }: HistoryListProps) {
  const address = new URLSearchParams(search)
  const kinds = Object.entries(historyKinds).map(([value, label]) => ({ value, label }))
  const none = recent.entries.length + old.entries.length === 0
  return (
    <>
      <form method="get" className="filters-form" key={search}>
        <Select label="Kind" name="kind" required={false} empty="Everything" options={kinds} defaultValue={ask.kind} />
        <Select label="By" name="by" empty="Everybody" options={actors} defaultValue={ask.actorId} />
        <DateField label="From" name="from" defaultValue={ask.from} />
        <DateField label="Until" name="to" defaultValue={ask.to} />
        <button type="submit" className="btn">
          Show
        </button>
        <a className="btn quiet" href="/settings/history">
          Clear
        </a>
      </form>
      <Card>
        {none ? <p className="muted">Nothing happened that fits.</p> : null}
        {recent.entries.length > 0 ? <HistoryTrail history={recent} undo /> : null}
        {old.entries.length > 0 ? <HistoryTrail history={old} /> : null}
      </Card>
      <nav className="pages" aria-label="Pages">
        {ask.page > 1 ? (
          <a href={pageHref(address, ask.page - 1)} rel="prev">
            Newer
          </a>
        ) : null}
        {more ? (
          <a href={pageHref(address, ask.page + 1)} rel="next">
            Older
          </a>
        ) : null}
      </nav>
    </>
  )
}
