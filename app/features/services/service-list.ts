// The list of services: what its address may ask for, and the columns it and its file have.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"

export const serviceList: ListSpec = {
  sorts: ["gap", "name", "owner", "units"],
  usualSort: "gap",
  groups: ["none", "gap", "owner"],
  usualGroup: "none",
  columns: ["state", "supports", "applications", "units", "work", "owner"],
  usualColumns: ["state", "supports", "applications", "units", "owner"],
  filters: ["owner", "gap", "goal", "unit", "archived"],
}

export const serviceColumnWords: Record<string, string> = {
  name: "Service", state: "Leads to a goal", supports: "Supports", applications: "Delivered by", units: "Used by", work: "Changed by", owner: "Owner",
}

export interface ServiceRow extends ElementRef {
  sortKey: string
  version: number
  summary: string
  owner: ElementRef | null
  supports: ElementRef[]
  applications: ElementRef[]
  units: ElementRef[]
  work: ElementRef[]
}

/** The columns of the downloaded file; `pathless` are the services without a path to a goal. */
export function serviceFile(pathless: ReadonlySet<string>): FileColumn<ServiceRow>[] {
  const names = (refs: readonly ElementRef[]) => refs.map((ref) => `${ref.name} (${ref.code})`).join("; ")
  return [
    { label: "Id", kind: "text", of: (row) => row.code },
    { label: "Service", kind: "text", of: (row) => row.name },
    { label: "Summary", kind: "text", of: (row) => row.summary },
    { label: "Owner", kind: "text", of: (row) => row.owner?.name ?? "" },
    { label: "Leads to a goal", kind: "text", of: (row) => (pathless.has(row.id) ? "no" : "yes") },
    { label: "Supports", kind: "text", of: (row) => names(row.supports) },
    { label: "Delivered by", kind: "text", of: (row) => names(row.applications) },
    { label: "Used by", kind: "text", of: (row) => names(row.units) },
    { label: "Changed by", kind: "text", of: (row) => names(row.work) },
  ]
}
