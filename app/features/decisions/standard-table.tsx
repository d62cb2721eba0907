// The tables of standards: the list, what changed between two days, families whose versions stand differently, and one product over time.
import "./standard.css"
import { dayMonthYear, type CalendarDate } from "~/core/calendar"
import { pathOf, type ElementRef } from "~/features/elements/element"
import type { ListAsk } from "~/features/elements/list"
import { columnsFor, inGroups, Refs } from "~/features/elements/record-cells"
import { Card } from "~/ui/card"
import { DataTable } from "~/ui/data-table"
import { StatusMark, type StatusState } from "~/ui/status"
import { standardLifecycleWords, standardStatusWords, type StandardStatus } from "./standard"
import type { StandardChange } from "./standard-changes"
import { standardColumnWords, standardList, type StandardRow } from "./standard-list"
import { expiryWords, shiftWords, type Shift } from "./standard-time"

const statusShapes: Record<StandardStatus, StatusState> = { approved: "done", "approved with constraints": "at-risk", unapproved: "not-started", divest: "off-track", prohibited: "off-track" }
const shiftShapes: Record<Shift, StatusState> = { new: "done", changed: "at-risk", prolonged: "on-track", same: "on-track", "not named": "unknown", ended: "off-track" }

export interface StandardTableProps {
  rows: readonly StandardRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
}

/** Draws one page of the list. */
export function StandardTable({ rows, ask, address, total }: StandardTableProps) {
  const keyOf = {
    job: ({ job }: StandardRow) => ({ key: job?.id ?? "none", label: job?.name ?? "No job in particular" }),
    status: ({ status }: StandardRow) => ({ key: status, label: standardStatusWords[status] }),
  }[ask.group]
  return (
    <DataTable
      id="standards" caption="Products with the job they stand for, whether they may be used, until when, and who decided it"
      columns={columnsFor(standardList, ask, address, standardColumnWords, {})}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key, heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({ id: row.standardId, code: row.code, name: row.name, href: `${pathOf("application", row.code)}#standing`, version: 1, cells: cellsOf(row) })),
      }))}
      tally={`${rows.length} of ${total} shown`}
    />
  )
}

function cellsOf(row: StandardRow) {
  return {
    job: <Refs refs={row.job ? [row.job] : []} none="None in particular" />,
    status: <StatusMark state={row.expiry === "overdue" && isAllowed(row) ? "unknown" : statusShapes[row.status]}>{standardStatusWords[row.status]}{row.expiry === "overdue" && isAllowed(row) ? " until then" : ""}</StatusMark>,
    lifecycle: standardLifecycleWords[row.lifecycle],
    version: row.productVersion || <span className="muted">–</span>,
    expires: <Expires row={row} />,
    ownWords: row.ownWords || <span className="muted">–</span>,
    since: dayMonthYear(row.validFrom),
    decision: <Refs refs={[row.decision]} />,
  }
}

/** What has expired is not allowed any more, whatever was said of it. */
function isAllowed({ status }: StandardRow): boolean {
  return status === "approved" || status === "approved with constraints"
}

function Expires({ row }: { row: StandardRow }) {
  if (row.approvalExpiresOn === null) return <span className="muted">No end</span>
  const day = dayMonthYear(row.approvalExpiresOn)
  return row.expiry === "overdue" ? <StatusMark state="off-track">{expiryWords.overdue} {day}</StatusMark> : row.expiry === "this week" ? <StatusMark state="at-risk">{day}</StatusMark> : <>{day}</>
}

/** Draws how one product stands and stood, or every product that stands in one job. */
export function StandingCard({ rows, of, today, asks }: { rows: readonly StandardRow[]; of: "application" | "function"; today: CalendarDate; asks: string }) {
  return (
    <Card title={of === "application" ? "Is it allowed?" : "What is allowed for this job"} id="standing" aside={<a href={`/allowed?q=${encodeURIComponent(asks)}`}>Ask</a>} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="muted">Nothing is decided yet. <a href="/standards">What is decided</a></p> : (
        <div className="standing-scroll">
          <table className="standing-rows">
            <caption className="visually-hidden">{of === "application" ? "How it stands and stood, the newest first" : "Products that stand for this job"}</caption>
            <thead>
              <tr>{of === "application" ? <th scope="col">Job</th> : <th scope="col">Application</th>}<th scope="col">May it be used</th><th scope="col">Allowed until</th><th scope="col">From</th><th scope="col">Decision</th></tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const over = row.validTo !== null && row.validTo <= today
                return (
                  <tr key={row.standardId} className={over ? "over" : undefined}>
                    <td>{of === "application" ? <Refs refs={row.job ? [row.job] : []} none="None in particular" /> : <Refs refs={[row]} />}</td>
                    <td>
                      <StatusMark state={over ? "unknown" : statusShapes[row.status]}>{standardStatusWords[row.status]}: {standardLifecycleWords[row.lifecycle].toLowerCase()}</StatusMark>
                      {row.ownWords ? <small className="muted"> “{row.ownWords}”</small> : null}
                    </td>
                    <td><Expires row={row} /></td>
                    <td>{dayMonthYear(row.validFrom)}{row.validTo ? ` to ${dayMonthYear(row.validTo)}` : ""}</td>
                    <td><Refs refs={[row.decision]} /></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

/** Draws what became of each standing between two days. */
export function ChangesTable({ changes, total }: { changes: readonly StandardChange[]; total: number }) {
  return (
    <DataTable
      id="standard-changes" caption="Products with how they stood on the first day and on the second"
      columns={[{ key: "name", label: "Application" }, { key: "job", label: "Job" }, { key: "shift", label: "What changed" }, { key: "before", label: "First day" }, { key: "after", label: "Second day" }, { key: "expires", label: "Allowed until" }]}
      groups={[{
        id: "all",
        rows: changes.map(({ key, product, job, before, after, shift, ranOut }) => ({
          id: key, code: product.code, name: product.name, href: `${pathOf("application", product.code)}#standing`, version: 1,
          cells: {
            job: <Refs refs={job ? [job] : []} none="None in particular" />,
            shift: <StatusMark state={ranOut ? "off-track" : shiftShapes[shift]}>{shiftWords[shift]}{ranOut ? ", ran out" : ""}</StatusMark>,
            before: <Said row={before} />, after: <Said row={after} />,
            expires: <>{dayOr(before)} → {dayOr(after)}</>,
          },
        })),
      }]}
      tally={`${changes.length} of ${total} shown`}
    />
  )
}

function dayOr(row: StandardRow | null): string {
  return row === null ? "–" : row.approvalExpiresOn === null ? "no end" : dayMonthYear(row.approvalExpiresOn)
}

function Said({ row }: { row: StandardRow | null }) {
  return row === null ? <span className="muted">–</span> : <>{standardStatusWords[row.status]}{row.ownWords ? <small className="muted"> “{row.ownWords}”</small> : null}</>
}

/** Draws each family with its versions and how each stands. */
export function FamiliesTable({ families }: { families: readonly { family: string; versions: readonly StandardRow[] }[] }) {
  return (
    <DataTable
      id="families" caption="Product families whose versions may be used differently"
      columns={[{ key: "name", label: "Version" }, { key: "status", label: "May it be used" }, { key: "lifecycle", label: "Standing" }, { key: "expires", label: "Allowed until" }, { key: "job", label: "Job" }, { key: "ownWords", label: "In its own words" }]}
      groups={families.map(({ family, versions }) => ({
        id: family, heading: <span className="group-name">{family}</span>,
        rows: versions.map((row: StandardRow & ElementRef) => ({ id: row.standardId, code: row.code, name: row.name, href: `${pathOf("application", row.code)}#standing`, version: 1, cells: cellsOf(row) })),
      }))}
    />
  )
}
