// The table of applications: job, stage, vendor, seats and yearly cost, and what they deliver.
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, inGroups, MoneyCell, OwnerCell, Refs, type Choice } from "~/features/elements/record-cells"
import type { ElementRef } from "~/features/elements/element"
import { addMoney } from "~/core/money"
import { DataTable, type Row } from "~/ui/data-table"
import { StatusMark } from "~/ui/status"
import { lifecycles, lifecycleWords } from "./application"
import { placementWords, plannedPlacements } from "./fit"
import { ContractMark } from "./life-card"
import { applicationColumnWords, applicationList, type ApplicationRow } from "./application-list"

type Listed = ApplicationRow & { inJob: ElementRef | null }

export interface ApplicationTableProps {
  rows: readonly Listed[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  gaps: Readonly<Record<string, { acceptedUntil: string | null }>>
  currency: string
  mayPlan: boolean
  /** who can be named owner; null: asked for once rows are chosen */
  people: readonly Choice[] | null
  actorId: string
}

/** Draws one page of the list; a group's sums are those of the rows shown. */
export function ApplicationTable(props: ApplicationTableProps) {
  const { rows, ask, address, total, currency, mayPlan, people } = props
  const operationId = useOperationId("applications")
  const edits = {
    name: { field: "name", type: "text" as const },
    vendor: { field: "vendor", type: "text" as const },
    lifecycle: { field: "lifecycle", type: "select" as const, options: lifecycles.map((value) => ({ value, label: lifecycleWords[value] })) },
    planned: { field: "plannedPlacement", type: "select" as const, options: [{ value: "", label: "Nothing planned" }, ...plannedPlacements.map((value) => ({ value, label: placementWords[value] }))] },
    ...(mayPlan ? { owner: { field: "owner", type: "select" as const, options: [{ value: "", label: "No owner" }], optionsFrom: "/people/choices" } } : {}),
  }
  return (
    <DataTable
      id="applications"
      caption="Applications with their job, stage, vendor, seats, yearly cost and owner"
      columns={columnsFor(applicationList, ask, address, applicationColumnWords, { numeric: ["seats", "cost", "perSeat", "functional", "technical", "fullCost"], edits })}
      groups={inGroups(rows, groupOf(ask.group)).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <><span className="group-name">{group.label}</span> <span className="muted">{group.rows.length === 1 ? "1 application" : `${group.rows.length} applications`}</span></>,
        totals: group.label === null ? undefined : totalsOf(group.rows, currency),
        rows: group.rows.map((row) => rowOf(row, props)),
      }))}
      bulk={mayPlan ? bulkFor({ path: "/applications", people, ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayPlan ? "/applications/new" : undefined}
    />
  )
}

function rowOf(row: Listed, { gaps, currency, mayPlan, actorId }: ApplicationTableProps): Row {
  const href = `/applications/${row.code}`
  const gap = gaps[row.id]
  return {
    id: row.id, code: row.code, name: row.name, href, version: row.version,
    editAction: mayPlan || row.owner?.id === actorId ? `${href}/cell` : undefined,
    editActions: { owner: `${href}/owner-cell` },
    values: { name: row.name, vendor: row.vendor, lifecycle: row.lifecycle, planned: row.planned ?? "", ...(mayPlan ? { owner: row.owner?.id ?? "" } : {}) },
    cells: {
      services: gap ? <StatusMark state="gap">{gap.acceptedUntil === null ? "No service" : "No service, accepted"}</StatusMark> : <Refs refs={row.services} />,
      jobs: <Refs refs={row.jobs} none="Not named" />,
      lifecycle: lifecycleWords[row.lifecycle],
      vendor: row.vendor || <span className="muted">Not named</span>,
      seats: row.use.seats === null ? <span className="muted">Not known</span> : row.use.withoutSeats > 0 ? `at least ${row.use.seats}` : row.use.seats,
      cost: <MoneyCell amount={row.use.yearlyCost} currency={currency} missing={row.use.withoutCost} />,
      perSeat: <MoneyCell amount={row.use.costPerSeat} currency={currency} />,
      units: <Refs refs={row.units} none="Nobody named" />,
      owner: <OwnerCell owner={row.owner} />,
      placement: row.mismatch ? <StatusMark state="at-risk">{placementWords[row.recommended]}</StatusMark> : row.recommended === "not assessed" ? <span className="muted">Not assessed</span> : placementWords[row.recommended],
      planned: row.planned === null ? <span className="muted">Nothing yet</span> : placementWords[row.planned],
      functional: row.fit.functional?.toFixed(1) ?? <span className="muted">Not known</span>,
      technical: row.fit.technical?.toFixed(1) ?? <span className="muted">Not known</span>,
      contract: <ContractMark contract={row.contract} contractEndsOn={row.contractEndsOn} noticeOn={row.noticeOn} />,
      fullCost: <MoneyCell amount={row.fullCost} currency={currency} />,
      product: row.product.version ? `${row.product.family}, ${row.product.version}` : row.product.family,
      technicalOwner: <Refs refs={row.technicalOwners} none="Nobody" />,
    },
  }
}

function groupOf(group: string): ((row: Listed) => { key: string; label: string }) | null {
  switch (group) {
    case "job":
      return (row) => ({ key: row.inJob?.id ?? "none", label: row.inJob?.name ?? "No job named" })
    case "lifecycle":
      return (row) => ({ key: row.lifecycle, label: lifecycleWords[row.lifecycle] })
    case "vendor":
      return (row) => ({ key: row.vendor.toLowerCase() || "none", label: row.vendor || "No vendor named" })
    case "owner":
      return (row) => ({ key: row.owner?.id ?? "none", label: row.owner?.name ?? "No owner" })
    default:
      return null
  }
}

function totalsOf(rows: readonly Listed[], currency: string) {
  const costs = rows.flatMap((row) => (row.use.yearlyCost === null ? [] : [row.use.yearlyCost]))
  const seats = rows.reduce((sum, row) => sum + (row.use.seats ?? 0), 0)
  const missing = rows.filter((row) => row.use.yearlyCost === null || row.use.withoutCost > 0).length
  return { seats, cost: <MoneyCell amount={costs.length > 0 ? addMoney(costs) : null} currency={currency} missing={missing} /> }
}
