// The table of jobs (functions) with the tools that do them, their seats and yearly cost.
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, inGroups, MoneyCell, OwnerCell, Refs, type Choice } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import type { CellEdit } from "~/ui/table-edit"
import { functionColumnWords, functionList, type FunctionRow } from "./function-list"

export interface FunctionTableProps {
  rows: readonly FunctionRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  currency: string
  mayPlan: boolean
  /** null: asked for once somebody needs them */
  people: readonly Choice[] | null
  actorId: string
}

/** Draws one page of the list. */
export function FunctionTable({ rows, ask, address, total, currency, mayPlan, people, actorId }: FunctionTableProps) {
  const operationId = useOperationId("functions")
  const owner: Record<string, CellEdit> = mayPlan ? { owner: { field: "owner", type: "select" as const, options: [{ value: "", label: "No owner" }], optionsFrom: "/people/choices" } } : {}
  const keyOf = ask.group === "owner" ? (row: FunctionRow) => ({ key: row.owner?.id ?? "none", label: row.owner?.name ?? "No owner" }) : null
  return (
    <DataTable
      id="functions"
      caption="Jobs with the tools that do them, seats, yearly cost and owner"
      columns={columnsFor(functionList, ask, address, functionColumnWords, { numeric: ["seats", "cost"], edits: { name: { field: "name", type: "text" }, ...owner } })}
      groups={inGroups(rows, keyOf).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, href: `/functions/${row.code}`, version: row.version,
          editAction: mayPlan || row.owner?.id === actorId ? `/functions/${row.code}/cell` : undefined,
          editActions: { owner: `/functions/${row.code}/owner-cell` },
          values: { name: row.name, ...(mayPlan ? { owner: row.owner?.id ?? "" } : {}) },
          cells: {
            tools: <Refs refs={row.tools} most={4} none="No tool" />,
            seats: row.use.seats ?? <span className="muted">Not known</span>,
            cost: <MoneyCell amount={row.use.yearlyCost} currency={currency} missing={row.use.withoutCost} />,
            owner: <OwnerCell owner={row.owner} />,
          },
        })),
      }))}
      bulk={mayPlan ? bulkFor({ path: "/functions", people, ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayPlan ? "/functions/new" : undefined}
    />
  )
}
