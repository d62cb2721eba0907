// The rows of a preview: what each would change, its tick, and both sides of a clash.
import { useFetcher } from "@remix-run/react"
import { useRef } from "react"
import { dayMonthYear } from "~/core/calendar"
import { pathOf } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Shape } from "~/ui/status"
import { oneOfKind } from "./import-sentence"
import { excerpts } from "./long-text"
import type { ChangedField, ImportRowView, Verdict } from "./import-view"

const ticksForm = "import-ticks"

export interface ImportRowsTableProps {
  id: string
  rows: readonly ImportRowView[]
  /** what all rows of the table are, "Initiative"; several kinds: "Record" */
  heading: string
  /** the rows have no lines, or several sheets have the same ones: the place is told in words */
  placed: boolean
  /** which rows the tab shows; only these can be ticked all at once */
  verdict: Verdict | "all"
}

/** Draws the table; a tick is kept at once, or by a button where scripts are off. */
export function ImportRowsTable({ id, rows, heading, placed, verdict }: ImportRowsTableProps) {
  const ticks = useFetcher<{ result?: unknown }>()
  const form = useRef<HTMLFormElement>(null)
  const tickable = rows.filter(isTickable)
  const keep = () => {
    if (!form.current) return
    const data = new FormData(form.current)
    data.set("aside", "on")
    ticks.submit(data, { method: "post", action: `/settings/imports/${id}/tick` })
  }
  const every = (ticked: boolean) => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[form="${ticksForm}"][name="n"]`)) box.checked = ticked
    keep()
  }
  return (
    <>
      {ticks.data?.result ? (
        <p className="notice error" role="alert">
          These ticks were not kept. Reload the page and look at the state of the import.
        </p>
      ) : null}
      <table className="import-rows" key={rows[0]?.n}>
        <thead>
          <tr>
            <th scope="col" className="tick">
              {tickable.length > 0 ? (
                <input type="checkbox" className="with-script" aria-label="Take all rows shown" defaultChecked={tickable.every(({ ticked }) => ticked)} onChange={(event) => every(event.currentTarget.checked)} />
              ) : null}
            </th>
            {placed ? null : (
              <th scope="col" className="num">
                Row
              </th>
            )}
            <th scope="col">{heading}</th>
            <th scope="col">What changes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowLine key={row.n} id={id} row={row} placed={placed} mixed={heading === "Record"} onTick={keep} />
          ))}
        </tbody>
      </table>
      {tickable.length > 0 ? <TickForm id={id} verdict={verdict} form={form} /> : null}
    </>
  )
}

function TickForm({ id, verdict, form }: { id: string; verdict: Verdict | "all"; form: React.RefObject<HTMLFormElement> }) {
  return (
    <form id={ticksForm} ref={form} method="post" action={`/settings/imports/${id}/tick`} className="import-tick-bar">
      <OperationFields form={ticksForm} />
      <button type="submit" className="btn small without-script">
        Keep these ticks
      </button>
      {verdict === "new" || verdict === "changed" ? (
        <>
          <button type="submit" className="btn quiet small" name="all" value={`${verdict} on`}>
            Tick all
          </button>
          <button type="submit" className="btn quiet small" name="all" value={`${verdict} off`}>
            Untick all
          </button>
        </>
      ) : null}
    </form>
  )
}

function RowLine({ id, row, placed, mixed, onTick }: { id: string; row: ImportRowView; placed: boolean; mixed: boolean; onTick: () => void }) {
  const clashes = row.changes.filter((change) => change.clash !== null)
  return (
    <tr className={clashes.length > 0 ? "clash" : row.verdict === "refused" ? "refused" : undefined}>
      <td className="tick">
        {isTickable(row) ? (
          <>
            <input type="hidden" name="shown" value={row.n} form={ticksForm} />
            <input type="checkbox" name="n" value={row.n} form={ticksForm} aria-label={`Take ${row.name || "the row without a name"}`} defaultChecked={row.ticked} key={String(row.ticked)} onChange={onTick} />
          </>
        ) : null}
      </td>
      {placed ? null : (
        <td className="num muted" data-label="Row">
          {row.line}
        </td>
      )}
      <th scope="row">
        <RowName row={row} />
        {mixed ? <small className="muted">{oneOfKind(row.kind)}</small> : null}
        {placed ? <small className="muted">{row.place}</small> : null}
      </th>
      <td className="changes">
        {row.verdict === "refused" ? row.problems.map(({ problem }) => <p key={problem}>{problem}</p>) : null}
        {row.verdict === "unchanged" ? <span className="muted">Nothing changes.</span> : null}
        <span className="change-list">
          {row.changes.filter(({ field }) => field !== "name" || row.verdict !== "new").map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </span>
        {clashes.map((change) => (
          <Sides key={change.field} id={id} n={row.n} change={change} />
        ))}
      </td>
    </tr>
  )
}

/** The name of a row's record, with its short id where it has one already. */
export function RowName({ row }: { row: ImportRowView }) {
  const name = row.name || "(no name)"
  if (row.record === null || row.part !== "record") return <b>{name}</b>
  const { kind, code } = row.record
  return (
    <>
      <b>{name}</b> <a className="code" href={pathOf(kind, code)}>{code}</a>
    </>
  )
}

function Change({ change: { label, clash, ...values } }: { change: ChangedField }) {
  const { before, after } = excerpts(values.before, values.after)
  const keeps = clash?.take === "theirs"
  return (
    <span className="change">
      <span className="muted">{label}</span>
      {before === "" ? null : (
        <>
          {keeps ? <span>{before}</span> : <del>{before}</del>}
          <Arrow />
          <span className="visually-hidden">becomes</span>
        </>
      )}
      {keeps ? <del>{after || "nothing"}</del> : <ins>{after || "nothing"}</ins>}
    </span>
  )
}

/** Drawn, since fonts that lack the sign leave a hole. */
function Arrow() {
  return (
    <svg className="arrow" viewBox="0 0 14 10" aria-hidden="true">
      <path d="M1 5h11M8.5 1.5 12 5 8.5 8.5" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

function Sides({ id, n, change: { field, label, clash, ...values } }: { id: string; n: number; change: ChangedField }) {
  const { before, after } = excerpts(values.before, values.after)
  if (clash === null) return null
  return (
    <form method="post" action={`/settings/imports/${id}/side`} className="sides-choice">
      <OperationFields form={`side ${n} ${field}`} />
      <input type="hidden" name="n" value={n} />
      <input type="hidden" name="field" value={field} />
      <p className="small">
        <Shape state="at-risk" /> {clash.by} changed “{label}” on {dayMonthYear(clash.at.slice(0, 10))}, after your file was saved.
      </p>
      <span className="row wrap">
        <button type="submit" className="opt" name="side" value="theirs" aria-pressed={clash.take === "theirs"}>
          Keep {before || "it empty"}
        </button>
        <button type="submit" className="opt" name="side" value="mine" aria-pressed={clash.take === "mine"}>
          Take {after || "nothing"} from the file
        </button>
      </span>
    </form>
  )
}

function isTickable({ verdict, part }: ImportRowView): boolean {
  return part !== "offer" && (verdict === "new" || verdict === "changed")
}
