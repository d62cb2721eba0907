// The preview of an import: its sentence, its columns, what every row would change, and the one button that writes.
import type { ReactNode } from "react"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Pagination, Tabs } from "~/ui/link-sets"
import { columnsUsed, columnsWord, hasColumns, ImportColumns } from "./import-columns"
import { ImportFrame } from "./import-frame"
import { Defaults, defaultsFor, Kept } from "./import-more-cards"
import { OfferedLinks } from "./import-offers-card"
import { givesBack, tabsOf, type PreviewAsk } from "./import-preview-ask"
import { RefusedRows } from "./import-refused-card"
import { StatusesCard } from "./import-statuses-card"
import type { ListWords } from "./standards-list"
import { ImportRowsTable } from "./import-rows-table"
import { grouped, linksSentence, oneOfKind, previewTitle, sumOf } from "./import-sentence"
import type { ImportRowView, ImportView } from "./import-view"
import type { KeptType } from "./kept-type"

export interface PreviewRows {
  rows: readonly ImportRowView[]
  total: number
}

export interface ImportPreviewProps {
  view: ImportView
  /** "Read by A. Kim, 22 Nov 2026, 09:40" */
  readBy: string
  ask: PreviewAsk
  rows: PreviewRows
  pageCount: number
  refused: PreviewRows
  offers: PreviewRows
  /** refused links that stand alone in their cell */
  mendable: readonly number[]
  kept: readonly KeptType[]
  years: readonly number[]
  /** of a list of standards */
  statuses: ListWords | null
}

/** Draws the preview; nothing on it writes but the main button. */
export function ImportPreview(props: ImportPreviewProps) {
  const { view, readBy, ask, refused, offers, mendable, kept, years, statuses } = props
  const { id, report, look } = view
  const columns = look !== null && hasColumns(look)
  const beside = columns && look.sheets.length > 0
  const links = linksSentence(report)
  const whole = ask.page !== null
  return (
    <ImportFrame
      id={id} fileName={view.fileName} state={view.state} hasColumns={columns} columnsWord={columnsWord(look)} step="preview" title={previewTitle(report)}
      lede={<>{links ? <>{links} </> : null}Nothing is written until you apply. You can undo the whole import for 30 days. {readBy}</>}
      actions={<Actions view={view} />}
    >
      {view.message ? <p className="notice error">{view.message}</p> : null}
      {look?.notes?.map((note) => (
        <p className="notice info" key={note}>
          {note}
        </p>
      ))}
      <div className={beside ? "import-sides" : "stack"}>
        {beside ? (
          <aside>
            <Card title="Columns" aside={columnsUsed(look)} id="columns">
              <ImportColumns id={id} look={look} choices={view.choices} years={years} whole={false} />
            </Card>
          </aside>
        ) : null}
        <div className="stack">
          {columns ? (
            <p className={beside ? "columns-line small" : "small"}>
              {columnsWord(look)}: {columnsUsed(look)}. <a href={`/settings/imports/${id}/columns`}>What each {beside ? "column means" : "type becomes"}</a>
            </p>
          ) : null}
          {statuses && !whole ? <StatusesCard {...statuses} /> : null}
          <Rows {...props} />
          {whole ? null : (
            <>
              {refused.total > 0 && ask.show !== "refused" ? (
                <RefusedRows id={id} rows={refused.rows} total={refused.total} counts={refusedOf(report)} look={look} mendable={mendable} allHref={`?show=refused&of=${ask.of}&page=1`} canGiveBack={givesBack(view)} />
              ) : null}
              {offers.total > 0 ? <OfferedLinks id={id} offers={offers.rows} total={offers.total} allHref="?of=offers&show=all&page=1" /> : null}
              <Defaults id={id} lines={defaultsFor(report, view.choices, look)} />
              <Kept kept={report.kept} types={kept} />
            </>
          )}
        </div>
      </div>
    </ImportFrame>
  )
}

function refusedOf({ kinds, links }: ImportView["report"]): { records: number; links: number } {
  return { records: sumOf(kinds).refused, links: sumOf(links).refused }
}

function Actions({ view }: { view: ImportView }) {
  const { id, toWrite, report } = view
  return (
    <>
      <form method="post" action={`/settings/imports/${id}/cancel`}>
        <OperationFields form="cancel import" />
        <button type="submit" className="btn quiet">
          Cancel
        </button>
      </form>
      <a className="btn quiet" href="/settings/imports/new">
        Another file
      </a>
      {report.problems.length > 0 ? (
        <a className="btn" href={`/settings/imports/${id}/report/${givesBack(view) ? "file" : "csv"}`} data-document>
          {givesBack(view) ? "Download my file with a Problem column" : "Download the problems"}
        </a>
      ) : null}
      {toWrite === 0 ? (
        <span className="muted small">There is nothing to write.</span>
      ) : (
        <form method="post" action={`/settings/imports/${id}/apply`}>
          <OperationFields form="apply import" />
          <button type="submit" className="btn primary">
            Apply {grouped(toWrite)} {toWrite === 1 ? "change" : "changes"}
          </button>
        </form>
      )}
    </>
  )
}

function Rows({ view, ask, rows, pageCount, refused, mendable }: ImportPreviewProps): ReactNode {
  const { id, look } = view
  const whole = ask.page !== null
  if (ask.of === "offers") {
    return (
      <>
        <p>
          <a href="?">Back to the preview</a>
        </p>
        <OfferedLinks id={id} offers={rows.rows} total={rows.total} allHref="" />
        <Pagination page={ask.page ?? 1} pageCount={pageCount} hrefFor={(page) => `?of=offers&show=all&page=${page}`} />
      </>
    )
  }
  const { tabs, parts } = tabsOf(view.report, ask)
  const kinds = [...new Set(rows.rows.map(({ kind }) => kind))]
  const heading = ask.of === "links" ? "Link" : kinds.length === 1 && kinds[0] !== undefined ? oneOfKind(kinds[0]) : "Record"
  const placed = rows.rows.every(({ line }) => line === null) || (look?.sheets.filter(({ kind }) => kind !== "skip").length ?? 0) > 1
  return (
    <>
      <Card flush id="rows">
        {parts.length > 1 ? (
          <div className="part-tabs">
            <Tabs label="Records and links" links={parts} />
          </div>
        ) : null}
        <Tabs label="Rows by what happens" links={tabs} />
        {rows.rows.length === 0 ? <p className="no-rows muted">{nothing[ask.show]}</p> : null}
        {rows.rows.length > 0 && ask.show !== "refused" ? <ImportRowsTable id={id} rows={rows.rows} heading={heading} placed={placed} verdict={ask.show} /> : null}
        {!whole && rows.total > rows.rows.length ? (
          <div className="card-foot">
            <span className="muted">{grouped(rows.total - rows.rows.length)} more</span>
            <a href={`?show=${ask.show}&of=${ask.of}&page=1`}>Show all {grouped(rows.total)}</a>
          </div>
        ) : null}
      </Card>
      {ask.show === "refused" && refused.total > 0 ? (
        <RefusedRows id={id} rows={rows.rows} total={whole ? rows.rows.length : rows.total} look={look} mendable={mendable} allHref={`?show=refused&of=${ask.of}&page=1`} canGiveBack={givesBack(view)} />
      ) : null}
      {whole ? <Pagination page={ask.page ?? 1} pageCount={pageCount} hrefFor={(page) => `?show=${ask.show}&of=${ask.of}&page=${page}`} /> : null}
    </>
  )
}

const nothing: Record<PreviewAsk["show"], string> = {
  new: "Nothing here is new.", changed: "Nothing here changes a record.", unchanged: "No row says what is here already.", refused: "No row is refused.", all: "There are no rows.",
}
