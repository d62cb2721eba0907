// The table of people and groups as parties, with where they stand for those who may see it.
import { dayMonthYear } from "~/core/calendar"
import type { ListAsk, ListSpec } from "~/features/elements/list"
import { columnsFor, inGroups, Refs } from "~/features/elements/record-cells"
import { roleLevelWords } from "~/features/units/unit"
import { DataTable } from "~/ui/data-table"
import type { CellEdit } from "~/ui/table-edit"
import { listeningWords } from "./profile"
import { engagements, engagementWords, priorityInWords, priorityOf, scale } from "./standing"
import { partyColumnWords, quarterInWords, type PartyRow } from "./stakeholder-list"

export interface StakeholderTableProps {
  rows: readonly PartyRow[]
  spec: ListSpec
  ask: ListAsk
  address: URLSearchParams
  total: number
}

const numbers: CellEdit["options"] = [{ value: "", label: "Not known yet" }, ...scale.map((value) => ({ value: String(value), label: String(value) }))]
const steps: CellEdit["options"] = [{ value: "", label: "Not known yet" }, ...engagements.map((value) => ({ value, label: engagementWords[value] }))]
const edits: Record<string, CellEdit> = {
  influence: { field: "influence", type: "select", options: numbers },
  interest: { field: "interest", type: "select", options: numbers },
  now: { field: "engagementNow", type: "select", options: steps },
  wanted: { field: "engagementWanted", type: "select", options: steps },
}

/** Draws one page of the list. */
export function StakeholderTable({ rows, spec, ask, address, total }: StakeholderTableProps) {
  const keyOf = {
    unit: (row: PartyRow) => ({ key: row.unit?.id ?? "none", label: row.unit?.name ?? "No unit" }),
    level: (row: PartyRow) => ({ key: row.roleLevel ?? "none", label: row.roleLevel ? roleLevelWords[row.roleLevel] : "Role level not said" }),
  }[ask.group]
  const unknown = <span className="muted">Not known yet</span>
  return (
    <DataTable
      id="parties"
      caption="People and groups with their unit, role level and conversations"
      columns={columnsFor(spec, ask, address, partyColumnWords, { numeric: ["influence", "interest", "priority"], edits: spec.columns.includes("priority") ? edits : {} })}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map(({ standing, ...row }) => ({
          id: row.id, code: row.code, name: row.name, href: `/people/${row.code}`, version: standing?.version ?? 0,
          ...(standing
            ? {
                editAction: `/people/${row.code}/standing-cell`,
                values: { influence: String(standing.influence ?? ""), interest: String(standing.interest ?? ""), now: standing.engagementNow ?? "", wanted: standing.engagementWanted ?? "" },
              }
            : {}),
          cells: {
            unit: <Refs refs={row.unit ? [row.unit] : []} none="No unit" />,
            level: row.groupHeadcount !== null ? `Group of ${row.groupHeadcount}${row.roleLevel ? `, ${roleLevelWords[row.roleLevel].toLowerCase()}` : ""}` : row.roleLevel ? roleLevelWords[row.roleLevel] : <span className="muted">Not said</span>,
            style: row.listeningStyle ? listeningWords[row.listeningStyle] : <span className="muted">Not said</span>,
            spoken: row.spokenOn ? dayMonthYear(row.spokenOn) : <span className="muted">Not yet</span>,
            due: row.dueOn ? dayMonthYear(row.dueOn) : <span className="muted">–</span>,
            ...(standing
              ? {
                  influence: standing.influence ?? unknown,
                  interest: standing.interest ?? unknown,
                  quarter: quarterInWords({ standing }) || unknown,
                  now: standing.engagementNow ? engagementWords[standing.engagementNow] : unknown,
                  wanted: standing.engagementWanted ? engagementWords[standing.engagementWanted] : unknown,
                  priority: <span title={priorityInWords(standing)}>{priorityOf(standing) ?? unknown}</span>,
                }
              : {}),
          },
        })),
      }))}
      tally={`${rows.length} of ${total} shown`}
    />
  )
}
