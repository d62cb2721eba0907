// The history of everything: filters above, entries in words, each with undo while it is offered.
import { HistoryTrail, type PanelHistory } from "~/features/elements/element-panels"
import { Card } from "~/ui/card"
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
        <Choice label="Kind" name="kind" all="Everything" options={kinds} value={ask.kind} />
        <Choice label="By" name="by" all="Everybody" options={actors} value={ask.actorId} />
        <Day label="From" name="from" value={ask.from} />
        <Day label="Until" name="to" value={ask.to} />
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

function Choice({ label, name, all, options, value }: { label: string; name: string; all: string; options: HistoryListProps["actors"]; value: string }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ label, name, value }: { label: string; name: string; value: string }) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input className="input" type="date" id={name} name={name} defaultValue={value} />
    </div>
  )
}
