// The table of services: what they support and who delivers and uses them, the gap first.
import type { ElementRef } from "~/features/elements/element"
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, GapCell, inGroups, OwnerCell, Refs, type Choice } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import type { CellEdit } from "~/ui/table-edit"
import { serviceColumnWords, serviceList, type ServiceRow } from "./service-list"

export interface ServiceTableProps {
  rows: readonly ServiceRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  gaps: Readonly<Record<string, { acceptedUntil: string | null }>>
  /** for those who may plan: who can be named the owner */
  mayPlan: boolean
  /** null: asked for once somebody needs them */
  people: readonly Choice[] | null
  /** the person whose own services can be edited in place */
  actorId: string
}

/** Draws one page of the list. */
export function ServiceTable({ rows, ask, address, total, gaps, mayPlan, people, actorId }: ServiceTableProps) {
  const operationId = useOperationId("services")
  const owner: Record<string, CellEdit> = mayPlan ? { owner: { field: "owner", type: "select" as const, options: [{ value: "", label: "No owner" }], optionsFrom: "/people/choices" } } : {}
  const archived = (ask.filters.archived ?? []).includes("yes")
  const keyOf = { gap: (row: ServiceRow) => gapGroup(row, gaps), owner: (row: ServiceRow) => ownerGroup(row.owner) }[ask.group]
  return (
    <DataTable
      id="services"
      caption="Services with what they support, who delivers and uses them, and their owner"
      columns={columnsFor(serviceList, ask, address, serviceColumnWords, { edits: { name: { field: "name", type: "text" }, ...owner } })}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, href: `/services/${row.code}`, version: row.version,
          editAction: mayPlan || row.owner?.id === actorId ? `/services/${row.code}/cell` : undefined,
          editActions: { owner: `/services/${row.code}/owner-cell` },
          values: { name: row.name, ...(mayPlan ? { owner: row.owner?.id ?? "" } : {}) },
          cells: {
            state: archived ? <span className="muted">–</span> : <GapCell gap={gaps[row.id]} words="No path" fine="Yes" />,
            supports: <Refs refs={row.supports} none="Nothing yet" />,
            applications: <Refs refs={row.applications} />,
            units: <Refs refs={row.units} none="Nobody named" />,
            work: <Refs refs={row.work} />,
            owner: <OwnerCell owner={row.owner} />,
          },
        })),
      }))}
      bulk={mayPlan ? bulkFor({ path: "/services", people, ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayPlan ? "/services/new" : undefined}
    />
  )
}

function gapGroup(row: ServiceRow, gaps: ServiceTableProps["gaps"]): { key: string; label: string } {
  return gaps[row.id] ? { key: "gap", label: "No path to a goal" } : { key: "path", label: "Leads to a goal" }
}

function ownerGroup(owner: ElementRef | null): { key: string; label: string } {
  return { key: owner?.id ?? "none", label: owner?.name ?? "No owner" }
}
