// The list of applications: what its address may ask for, its rows, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { lifecycleWords, type ContractState, type Lifecycle, type UseTotals } from "./application"
import { placementWords, type Fit, type Placement, type PlannedPlacement } from "./fit"
import type { Product } from "./product-name"

export const applicationList: ListSpec = {
  sorts: ["name", "gap", "lifecycle", "vendor", "owner", "seats", "cost"],
  usualSort: "gap",
  groups: ["none", "job", "lifecycle", "vendor", "owner"],
  usualGroup: "none",
  columns: ["services", "jobs", "lifecycle", "vendor", "seats", "cost", "perSeat", "units", "owner", "placement", "planned", "functional", "technical", "contract", "fullCost", "product", "technicalOwner"],
  usualColumns: ["services", "jobs", "lifecycle", "seats", "cost", "owner"],
  filters: ["owner", "lifecycle", "job", "unit", "service", "vendor", "gap", "cost", "placement", "planned", "mismatch", "contract", "archived"],
}

export const applicationColumnWords: Record<string, string> = {
  name: "Application", services: "Delivers", jobs: "Job", lifecycle: "Stage", vendor: "Vendor", seats: "Seats", cost: "Yearly cost",
  perSeat: "Cost a seat", units: "Used by", owner: "Owner", placement: "Recommended", planned: "Planned", functional: "Does the job", technical: "Runs well",
  contract: "Contract", fullCost: "Full yearly cost", product: "Family, version", technicalOwner: "Technical owner",
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
  fit: Fit
  recommended: Placement
  planned: PlannedPlacement | null
  mismatch: boolean
  contractEndsOn: string | null
  noticeOn: string | null
  contract: ContractState
  product: Product
  /** of this year's cost lines; null where none is written down */
  fullCost: string | null
  technicalOwners: ElementRef[]
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
  { label: "Full yearly cost", kind: "money", of: (row) => row.fullCost },
  { label: "Technical owner", kind: "text", of: (row) => row.technicalOwners.map((owner) => owner.name).join("; ") },
  { label: "Product family", kind: "text", of: (row) => row.product.family },
  { label: "Version", kind: "text", of: (row) => row.product.version },
  { label: "Contract ends", kind: "date", of: (row) => row.contractEndsOn },
  { label: "Notice by", kind: "date", of: (row) => row.noticeOn },
  { label: "Does the job", kind: "number", of: (row) => rounded(row.fit.functional) },
  { label: "Runs well", kind: "number", of: (row) => rounded(row.fit.technical) },
  { label: "Recommended", kind: "text", of: (row) => placementWords[row.recommended] },
  { label: "Planned", kind: "text", of: (row) => (row.planned === null ? "" : placementWords[row.planned]) },
  { label: "Mismatch", kind: "text", of: (row) => (row.mismatch ? "yes" : "") },
]

function rounded(mean: number | null): number | null {
  return mean === null ? null : Math.round(mean * 100) / 100
}

function names(refs: readonly ElementRef[]): string {
  return refs.map((ref) => `${ref.name} (${ref.code})`).join("; ")
}
