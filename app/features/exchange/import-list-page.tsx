// The list of imports and the form that starts one.
import { kindWords } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { StatusMark, type StatusState } from "~/ui/status"
import { countWords, importStateWords } from "./import-sentence"
import type { ImportLine } from "./import-line"
import type { ImportState } from "./import-view"
import { UploadForm, type UploadFormProps } from "./import-upload-form"
import "./import.css"

const shapes: Record<ImportState, StatusState> = {
  reading: "not-started", columns: "at-risk", preview: "at-risk", applying: "not-started", applied: "done", cancelled: "not-started", failed: "off-track", undone: "not-started",
}

/** Draws the form and, below it, the imports there were; before the first one, what can be brought in. */
export function ImportList({ imports, form }: { imports: readonly ImportLine[]; form: UploadFormProps }) {
  return (
    <>
      <Card title="Bring in a file" id="bring" aside="Nothing is written before you have seen it">
        <UploadForm {...form} />
      </Card>
      {imports.length === 0 ? (
        <EmptyState title="Nothing was brought in yet.">
          <p>
            Bring the list you have: {kindWords.goal.many.toLowerCase()}, {kindWords.initiative.many.toLowerCase()}, applications or units as a spreadsheet, or an architecture model. You see what would change, and can take all of it back for 30 days.
          </p>
        </EmptyState>
      ) : (
        <Card title="Imports" id="imports" flush>
          <div className="scroll-x" role="region" aria-label="Imports so far" tabIndex={0}>
            <table className="plain-table import-list">
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">State</th>
                  <th scope="col">Rows</th>
                  <th scope="col">Brought in</th>
                  <th scope="col">
                    <span className="visually-hidden">What can be done</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {imports.map((one) => (
                  <Line key={one.id} line={one} />
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </>
  )
}

function Line({ line }: { line: ImportLine }) {
  const finished = line.state === "applied" || line.state === "undone"
  return (
    <tr>
      <th scope="row">
        <a href={`/settings/imports/${line.id}${finished ? "/report" : ""}`}>{line.fileName}</a>
      </th>
      <td>
        <StatusMark state={shapes[line.state]}>{importStateWords[line.state]}</StatusMark>
        {line.state === "failed" ? <small className="muted">{line.message}</small> : null}
      </td>
      <td>{countWords(line.report)}</td>
      <td>
        {line.startedBy} <small className="muted">{line.at}</small>
      </td>
      <td>
        {line.undo && line.state === "applied" ? (
          <form method="post" action={`/undo/${line.undo}`}>
            <OperationFields form={`undo import ${line.id}`} />
            <button type="submit" className="link-btn">
              Undo
              <span className="visually-hidden"> the import of {line.fileName}</span>
            </button>
          </form>
        ) : null}
      </td>
    </tr>
  )
}
