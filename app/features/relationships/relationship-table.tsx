// The list of relationships: each unit with both levels, their gap, late promises, when they were heard last and the next review.
import { dayMonthYear } from "~/core/calendar"
import { pathOf } from "~/features/elements/element"
import { DataTable } from "~/ui/data-table"
import { StatusMark } from "~/ui/status"
import { capital } from "./close-card"
import { gapInWords, type Level } from "./relationship"
import { levelInWords, type RelationshipRow } from "./relationship-list"

/** Draws the table. */
export function RelationshipTable({ rows }: { rows: readonly RelationshipRow[] }) {
  const level = (value: Level | null) => (value === null ? <span className="muted">Not known</span> : levelInWords(value))
  return (
    <DataTable
      id="relationships"
      caption="Units with how close each side thinks both are, late promises, when they were heard last and the next review"
      columns={[
        { key: "name", label: "Unit" }, { key: "business", label: "They say" }, { key: "it", label: "IT says" }, { key: "gap", label: "Gap" },
        { key: "late", label: "Late promises", numeric: true }, { key: "spoke", label: "Last spoke" }, { key: "next", label: "Next review" },
      ]}
      groups={[{
        id: "all",
        rows: rows.map((row) => ({
          id: row.unit.id, code: row.unit.code, name: row.unit.name, href: `${pathOf("unit", row.unit.code)}/relationship`, version: 1,
          cells: {
            business: level(row.business), it: level(row.it),
            gap: <StatusMark state={row.gap === null ? "unknown" : row.gap === 0 ? "on-track" : row.gap === 1 ? "at-risk" : "off-track"}>{capital(gapInWords(row.gap))}</StatusMark>,
            late: row.late === 0 ? <span className="muted">0</span> : <StatusMark state="off-track">{row.late}</StatusMark>,
            spoke: row.lastSpokeOn ? dayMonthYear(row.lastSpokeOn) : <span className="muted">Never</span>,
            next: row.nextReviewOn === null ? <span className="muted">Not planned</span> : row.overdue ? <StatusMark state="off-track">{dayMonthYear(row.nextReviewOn)}, overdue</StatusMark> : dayMonthYear(row.nextReviewOn),
          },
        })),
      }]}
      tally={`${rows.length} ${rows.length === 1 ? "unit" : "units"}`}
    />
  )
}
