// The list of applications: what its address may ask for, its rows, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { lifecycleWords, type Lifecycle, type UseTotals } from "./application"

export const applicationList: ListSpec = {
  sorts: ["name", "gap", "lifecycle", "vendor", "owner", "seats", "cost"],
  usualSort: "gap",
  groups: ["none", "job", "lifecycle", "vendor", "owner"],
  usualGroup: "none",
  columns: ["services", "jobs", "lifecycle", "vendor", "seats", "cost", "perSeat", "units", "owner"],
  usualColumns: ["services", "jobs", "lifecycle", "seats", "cost", "owner"],
  filters: ["owner", "lifecycle", "job", "unit", "service", "vendor", "gap", "cost", "archived"],
}

export const applicationColumnWords: Record<string, string> = {
  name: "Application", services: "Delivers", jobs: "Job", lifecycle: "Stage", vendor: "Vendor", seats: "Seats", cost: "Yearly cost",
  perSeat: "Cost a seat", units: "Used by", owner: "Owner",
}

export interface ApplicationRow extends ElementRef {
  sortKey: string
  version: number
  summary: string
  lifecycle: Lifecycle
  vendor: string
  owner: ElementRef | null
  services: ElementRef[]
  jobs: ElementRef[]
  units: ElementRef[]
  use: UseTotals
}

/** The columns of the downloaded file. */
export const applicationFile: FileColumn<ApplicationRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Application", kind: "text", of: (row) => row.name },
  { label: "Summary", kind: "text", of: (row) => row.summary },
  { label: "Stage", kind: "text", of: (row) => lifecycleWords[row.lifecycle] },
  { label: "Vendor", kind: "text", of: (row) => row.vendor },
  { label: "Owner", kind: "text", of: (row) => row.owner?.name ?? "" },
  { label: "Delivers", kind: "text", of: (row) => names(row.services) },
  { label: "Job", kind: "text", of: (row) => names(row.jobs) },
  { label: "Used by", kind: "text", of: (row) => names(row.units) },
  { label: "Seats", kind: "number", of: (row) => row.use.seats },
  { label: "Yearly cost", kind: "money", of: (row) => row.use.yearlyCost },
  { label: "Units without a known cost", kind: "number", of: (row) => row.use.withoutCost },
  { label: "Cost a seat", kind: "money", of: (row) => row.use.costPerSeat },
]

function names(refs: readonly ElementRef[]): string {
  return refs.map((ref) => `${ref.name} (${ref.code})`).join("; ")
}
