// What an import did: counts by kind, what was refused, the files to take away, and undo while it is offered.
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { ImportFrame } from "./import-frame"
import { columnsWord, hasColumns } from "./import-columns"
import { Kept } from "./import-more-cards"
import { givesBack } from "./import-preview-ask"
import { grouped, importStateWords, reportTitle, rowKindWords } from "./import-sentence"
import type { KeptType } from "./kept-type"
import type { ImportView, VerdictCounts } from "./import-view"

export interface ImportReportProps {
  view: ImportView
  /** "Brought in by A. Kim, 22 Nov 2026, 09:40" */
  by: string
  mayUndo: boolean
  kept: readonly KeptType[]
  /** the file is still here, to be given back with its problems */
  hasFile: boolean
}

/** Draws the report; the next step is the map. */
export function ImportReportPage({ view, by, mayUndo, kept, hasFile }: ImportReportProps) {
  const { id, report, state, operationId } = view
  const kinds = Object.entries(report.kinds)
  const links = Object.entries(report.links)
  const undone = state === "undone"
  return (
    <ImportFrame
      id={id} fileName={view.fileName} state={state} hasColumns={hasColumns(view.look)} columnsWord={columnsWord(view.look)} step="report"
      title={undone ? "This import was undone." : reportTitle(report)}
      lede={<>{by}{undone ? " What it had written is taken back; what somebody changed since stayed." : mayUndo ? " You can undo the whole import for 30 days." : ""}</>}
      actions={
        <>
          {mayUndo && operationId && !undone ? (
            <form method="post" action={`/undo/${operationId}`}>
              <OperationFields form="undo import" />
              <button type="submit" className="btn">
                Undo the import
              </button>
            </form>
          ) : null}
          <a className="btn" href={`/settings/imports/${id}/report/csv`} data-document>
            Download the report
          </a>
          {undone ? (
            <a className="btn primary" href="/settings/imports/new">
              Bring in another file
            </a>
          ) : (
            <a className="btn primary" href="/map">
              See it on the map
            </a>
          )}
        </>
      }
    >
      <Card title={undone ? "What it had written" : "What it did"} id="counts" flush aside={importStateWords[state]}>
        <div className="scroll-x" role="region" aria-label="Counts" tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">What</th>
                {["New", "Changed", "Unchanged", "Refused"].map((label) => (
                  <th scope="col" className="num" key={label}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kinds.map(([kind, counts]) => (
                <CountLine key={kind} label={rowKindWords(kind)} counts={counts} />
              ))}
              {links.map(([relation, counts]) => (
                <CountLine key={relation} label={`Links: ${rowKindWords(relation)}`} counts={counts} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {report.problems.length > 0 ? <Problems view={view} hasFile={hasFile} /> : null}
      {report.indirect > 0 ? (
        <p className="muted">
          {grouped(report.indirect)} {report.indirect === 1 ? "link that the file implies was" : "links that the file implies were"} left out. Bring the file in again to take {report.indirect === 1 ? "it" : "them"}.
        </p>
      ) : null}
      <Kept kept={report.kept} types={kept} />
    </ImportFrame>
  )
}

function CountLine({ label, counts }: { label: string; counts: VerdictCounts }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {[counts.new, counts.changed, counts.unchanged, counts.refused].map((count, at) => (
        <td className="num" key={at}>
          {grouped(count)}
        </td>
      ))}
    </tr>
  )
}

function Problems({ view, hasFile }: { view: ImportView; hasFile: boolean }) {
  const { id, report } = view
  return (
    <Card
      title="Problems" id="problems" flush
      aside={givesBack(view) && hasFile ? <a href={`/settings/imports/${id}/report/file`} data-document>Download my file with a Problem column</a> : undefined}
      foot={report.problems.length < 50 ? undefined : <span className="muted">The first {report.problems.length}; the report has all of them.</span>}
    >
      <ul className="refused-rows">
        {report.problems.map(({ where, column, problem }) => (
          <li key={`${where}${column}${problem}`}>
            <span className="muted small">{where}</span>
            <span>{column}</span>
            <span className="small">{problem}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
