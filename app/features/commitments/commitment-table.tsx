// The table of the ledger: what was promised, to whom, by whom, by when, and how it stands.
import "./commitment.css"
import { dayMonthYear } from "~/core/calendar"
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, inGroups, OwnerCell, Refs } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import { commitmentColumnWords, commitmentList, type CommitmentRow } from "./commitment-list"
import { StandingMark } from "./standing-mark"

export interface CommitmentTableProps {
  rows: readonly CommitmentRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  mayMake: boolean
}

/** Draws one page of the ledger. */
export function CommitmentTable({ rows, ask, address, total, mayMake }: CommitmentTableProps) {
  const operationId = useOperationId("commitments")
  const keyOf = {
    unit: ({ unit }: CommitmentRow) => ({ key: unit?.id ?? "none", label: unit?.name ?? "To nobody in particular" }),
    owner: ({ owner }: CommitmentRow) => ({ key: owner?.id ?? "none", label: owner?.name ?? "No owner" }),
  }[ask.group]
  return (
    <DataTable
      id="commitments"
      caption="Promises with the unit they were made to, their owner, due date and state"
      columns={columnsFor(commitmentList, ask, address, commitmentColumnWords, { numeric: ["moves"] })}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, href: `/commitments/${row.code}`, version: row.version,
          cells: {
            state: <StandingMark standing={row.standing} />,
            due: dayMonthYear(row.dueOn),
            unit: <Refs refs={row.unit ? [row.unit] : []} none="Nobody in particular" />,
            owner: <OwnerCell owner={row.owner} />,
            moves: row.moves === 0 ? <span className="muted">Never</span> : row.moves === 1 ? "Once" : `${row.moves} times`,
            kept: row.keptNote || <span className="muted">–</span>,
          },
        })),
      }))}
      bulk={mayMake ? bulkFor({ path: "/commitments", ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayMake ? "/commitments/new" : undefined}
    />
  )
}
