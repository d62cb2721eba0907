// The table of decisions: state, what was chosen, what it saves, who signed, and when it is looked at again.
import { dayMonthYear } from "~/core/calendar"
import { shortMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { DataTable } from "~/ui/data-table"
import { StatusMark } from "~/ui/status"
import { isOpen, stateWords, topicWords } from "./decision"
import type { DecisionRow } from "./decision-list"
import { stateShapes } from "./room-page"

/** Draws one page of the list. */
export function DecisionTable({ rows, total, currency }: { rows: readonly DecisionRow[]; total: number; currency: string }) {
  return (
    <DataTable
      id="decisions"
      caption="Decisions with their state, what was chosen, what it saves a year, who signed and when it is looked at again"
      columns={[
        { key: "name", label: "Decision" }, { key: "state", label: "State" }, { key: "topic", label: "Kind" }, { key: "chosen", label: "Chosen" }, { key: "saving", label: "Saves a year", numeric: true },
        { key: "signed", label: "Signed" }, { key: "review", label: "Looked at again" }, { key: "owner", label: "Owner" },
      ]}
      groups={[{ id: "all", rows: rows.map((row) => ({
        id: row.id, code: row.code, name: row.name, href: pathOf("decision", row.code), version: row.version,
        cells: {
          state: <StatusMark state={stateShapes[row.state]}>{stateWords[row.state]}{row.imported ? ", imported" : ""}</StatusMark>,
          topic: <>{topicWords[row.topic]}{row.job ? <small className="muted"> {row.job.name}</small> : null}</>,
          chosen: row.chosen === null ? <span className="muted">Nothing yet</span> : isOpen(row.state) ? <span className="muted">{row.chosen} leads</span> : row.chosen,
          saving: row.saving === null ? <span className="muted">Not worked out</span> : shortMoney(row.saving, currency),
          signed: row.deciders === 0 ? <span className="muted">Nobody named</span> : row.signedOn ? dayMonthYear(row.signedOn) : `${row.signed} of ${row.deciders}`,
          review: row.reviewOn === null ? <span className="muted">No day</span> : row.reviewDue ? <StatusMark state="at-risk">{dayMonthYear(row.reviewOn)}, due</StatusMark> : dayMonthYear(row.reviewOn),
          owner: row.owner ?? <span className="muted">Nobody</span>,
        },
      })) }]}
      tally={`${rows.length} of ${total} shown`}
    />
  )
}
