// The tree of capabilities as a table: the goals each enables and the services that support it.
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, Refs } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import { capabilityColumnWords, capabilityList, type CapabilityRow } from "./capability-list"

/** Draws the tree. */
export function CapabilityTable({ rows, ask, address, total, mayPlan }: { rows: readonly CapabilityRow[]; ask: ListAsk; address: URLSearchParams; total: number; mayPlan: boolean }) {
  const operationId = useOperationId("capabilities")
  return (
    <DataTable
      id="capabilities"
      caption="Capabilities as a tree, with the goals they enable, the services that support them and the work that changes them"
      columns={columnsFor(capabilityList, ask, address, capabilityColumnWords, { edits: { name: { field: "name", type: "text" } } })}
      groups={[{
        id: "all",
        rows: rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, depth: row.depth, href: `/capabilities/${row.code}`, version: row.version,
          editAction: mayPlan ? `/capabilities/${row.code}/cell` : undefined,
          values: { name: row.name },
          cells: { goals: <Refs refs={row.goals} none="No goal" />, services: <Refs refs={row.services} none="No service" />, work: <Refs refs={row.work} /> },
        })),
      }]}
      bulk={mayPlan ? bulkFor({ path: "/capabilities", ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayPlan ? "/capabilities/new" : undefined}
    />
  )
}
