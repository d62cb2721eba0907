// What cells of record lists have in common: references, owners, money, columns with their order, and the bulk actions.
import "./record-list.css"
import { fullMoney, shortMoney } from "~/core/money"
import { Avatar } from "~/ui/avatar"
import type { Column, DataTableProps } from "~/ui/data-table"
import { LaterSelect } from "~/ui/later-select"
import { sortHref } from "~/ui/list-url"
import { StatusMark } from "~/ui/status"
import type { CellEdit } from "~/ui/table-edit"
import { pathOf, type ElementRef } from "./element"
import type { ListAsk, ListSpec } from "./list"

export type Choice = { value: string; label: string }

/** The columns asked for, name first, with sort links and what can be edited in place. */
export function columnsFor(spec: ListSpec, ask: ListAsk, address: URLSearchParams, words: Readonly<Record<string, string>>, more: { numeric?: readonly string[]; edits?: Readonly<Record<string, CellEdit>> }): [Column, ...Column[]] {
  const column = (key: string): Column => ({
    key, label: words[key] ?? key, numeric: more.numeric?.includes(key), edit: more.edits?.[key],
    ...(spec.sorts.includes(key) ? { sortHref: sortHref(address, key, spec.usualSort) } : {}),
    ...(ask.sort.key === key ? { sorted: ask.sort.descending ? "descending" as const : "ascending" as const } : {}),
  })
  return [column("name"), ...ask.columns.filter((key) => key !== "name").map(column)]
}

/** Names as links, the first few; the rest is counted. */
export function Refs({ refs, none = "None", most = 1 }: { refs: readonly ElementRef[]; none?: string; most?: number }) {
  if (refs.length === 0) return <span className="muted">{none}</span>
  return (
    <span className="refs" title={refs.map((ref) => ref.name).join(", ")}>
      {refs.slice(0, most).map((ref, index) => (
        <span key={ref.id}>
          {index > 0 ? ", " : ""}
          <a href={pathOf(ref.kind, ref.code)}>{ref.name}</a>
        </span>
      ))}
      {refs.length > most ? <span className="muted"> +{refs.length - most}</span> : null}
    </span>
  )
}

/** The owner, or that there is none. */
export function OwnerCell({ owner }: { owner: ElementRef | null }) {
  if (owner === null) return <span className="muted">No owner</span>
  return (
    <span className="who">
      <Avatar name={owner.name} /> {owner.name}
    </span>
  )
}

/** An amount, short, with the whole in its title; "Not known" without one and "at least" where a part is missing. */
export function MoneyCell({ amount, currency, missing = 0 }: { amount: string | null; currency: string; missing?: number }) {
  if (amount === null) return <span className="muted">Not known</span>
  return <span title={fullMoney(amount, currency)}>{missing > 0 ? `at least ${shortMoney(amount, currency)}` : shortMoney(amount, currency)}</span>
}

/** Whether a gap is open, accepted or closed, in words. */
export function GapCell({ gap, words, fine }: { gap: { acceptedUntil: string | null } | undefined; words: string; fine: string }) {
  if (gap === undefined) return <StatusMark state="on-track">{fine}</StatusMark>
  return <StatusMark state="gap">{gap.acceptedUntil === null ? words : `${words}, accepted`}</StatusMark>
}

/** What can be done with the chosen rows: name their owner, archive them or bring them back. */
export function BulkActions({ path, people, archived }: { path: string; people?: readonly Choice[] | null; archived: boolean }) {
  if (archived) return <BringBack path={path} />
  return (
    <>
      {people !== undefined ? (
        <>
          <LaterSelect label="Owner for the chosen rows" name="personId" empty="No owner" options={people} from="/people/choices" />
          <button type="submit" className="btn small" formAction={`${path}/many/owner`}>
            Set owner
          </button>
        </>
      ) : null}
      <button type="submit" className="btn quiet small" formAction={`${path}/many/archive`}>
        Archive
      </button>
    </>
  )
}

/** Brings the chosen archived rows back. */
export function BringBack({ path }: { path: string }) {
  return (
    <button type="submit" className="btn small" formAction={`${path}/many/restore`}>
      Bring back
    </button>
  )
}

/** The same for one row, at its name. */
export function bringBackEach(path: string): { label: string; action: string } {
  return { label: "Bring back", action: `${path}/many/restore` }
}

/** The bulk bar of a list; archived rows can each be brought back at their name as well. */
export function bulkFor(list: { path: string; people?: readonly Choice[] | null; ask: ListAsk; operationId: string }): DataTableProps["bulk"] {
  const archived = (list.ask.filters.archived ?? []).includes("yes")
  const actions = <BulkActions path={list.path} people={list.people} archived={archived} />
  return { operationId: list.operationId, actions, ...(archived ? { each: bringBackEach(list.path) } : {}) }
}

/** Rows in the groups they come in, one after the other; without grouping one group without heading. */
export function inGroups<Row>(rows: readonly Row[], keyOf: ((row: Row) => { key: string; label: string }) | null): { key: string; label: string | null; rows: Row[] }[] {
  if (keyOf === null) return [{ key: "all", label: null, rows: [...rows] }]
  const groups: { key: string; label: string | null; rows: Row[] }[] = []
  for (const row of rows) {
    const { key, label } = keyOf(row)
    const last = groups.at(-1)
    if (last?.key === key) last.rows.push(row)
    else groups.push({ key, label, rows: [row] })
  }
  return groups
}
