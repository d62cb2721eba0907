// The tree of units as a table: headcount by role level of the people directly in each, and with sub-units.
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, MoneyCell } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import { roleLevels, totalOf } from "./unit"
import { unitColumnWords, unitList, type UnitRow } from "./unit-list"

const unknown = <span className="muted">Not known</span>

export interface UnitTableProps {
  rows: readonly UnitRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  currency: string
  mayPlan: boolean
}

/** Draws the tree; each level stands further in, and its depth is said to those who cannot see that. */
export function UnitTable({ rows, ask, address, total, currency, mayPlan }: UnitTableProps) {
  const operationId = useOperationId("units")
  const count = (key: string) => [key, { field: key, type: "number" as const }] as const
  const edits = mayPlan ? { name: { field: "name", type: "text" as const }, ...Object.fromEntries(roleLevels.map(count)) } : {}
  return (
    <DataTable
      id="units"
      caption="Units as a tree, with headcount by role level, applications used and their yearly cost"
      columns={columnsFor(unitList, ask, address, unitColumnWords, { numeric: ["whole", "direct", ...roleLevels, "applications", "cost"], edits })}
      groups={[{
        id: "all",
        rows: rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, depth: row.depth, href: `/units/${row.code}`, version: row.version,
          editAction: mayPlan ? `/units/${row.code}/cell` : undefined,
          values: { name: row.name, ...Object.fromEntries(roleLevels.map((level) => [level, String(row.headcount[level] ?? "")])) },
          cells: {
            whole: row.whole.total === null ? unknown : <b>{row.whole.total}</b>,
            direct: totalOf(row.headcount) ?? unknown,
            ...Object.fromEntries(roleLevels.map((level) => [level, row.headcount[level] ?? <span className="muted">–</span>])),
            applications: row.applications,
            cost: row.applications === 0 ? <span className="muted">–</span> : <MoneyCell amount={row.yearlyCost} currency={currency} missing={row.withoutCost} />,
          },
        })),
      }]}
      bulk={mayPlan ? bulkFor({ path: "/units", ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayPlan ? "/units/new" : undefined}
    />
  )
}
