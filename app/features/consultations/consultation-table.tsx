// The table of consultations: what each is about, who was heard and who is missing.
import "./before.css"
import { pathOf } from "~/features/elements/element"
import { DataTable } from "~/ui/data-table"
import { StatusMark, type StatusState } from "~/ui/status"
import { stateWords } from "./consultation"
import type { ConsultationRow } from "./consultation-list"

const shapes: Record<ConsultationRow["state"], StatusState> = { draft: "not-started", open: "on-track", closed: "done", cancelled: "unknown" }

/** Draws one page of the list. */
export function ConsultationTable({ rows, total }: { rows: readonly ConsultationRow[]; total: number }) {
  return (
    <DataTable
      id="consultations"
      caption="Conversations with what they are about, who was heard and who is missing"
      columns={[
        { key: "name", label: "Conversation" }, { key: "state", label: "State" }, { key: "about", label: "About" }, { key: "heard", label: "Heard" },
        { key: "coverage", label: "Groups heard" }, { key: "until", label: "Open until" }, { key: "owner", label: "Owner" },
      ]}
      groups={[{ id: "all", rows: rows.map((row) => ({
        id: row.id, code: row.code, name: row.name, href: `/consultations/${row.code}`, version: row.version,
        cells: {
          state: <StatusMark state={shapes[row.state]}>{stateWords[row.state]}</StatusMark>,
          about: row.about.length === 0 && row.unit === null ? <span className="muted">Nothing yet</span> : (
            <div className="about-cell">
              {row.unit ? <div><a href={`${pathOf("unit", row.unit.code)}/relationship`}>Working with {row.unit.name}</a></div> : null}
              {row.about.map(({ id, kind, code, name }) => <div key={id}><a href={pathOf(kind, code)}>{name}</a></div>)}
            </div>
          ),
          heard: row.asked === 0 ? <span className="muted">Nobody asked</span> : `${row.heard} of ${row.asked}`,
          coverage: row.about.map(({ id, covered, missing }) => <div key={id}>{covered ?? <span className="muted">Who is affected?</span>}{missing ? <small className="muted"> Missing: {missing}</small> : null}</div>),
          until: row.closesOn ?? <span className="muted">No date</span>,
          owner: row.owner ?? <span className="muted">Nobody</span>,
        },
      })) }]}
      tally={`${rows.length} of ${total} shown`}
    />
  )
}
