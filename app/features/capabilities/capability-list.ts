// The tree of capabilities as a list: what its address may ask for, its rows, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"

export const capabilityList: ListSpec = {
  sorts: ["name"],
  usualSort: "name",
  groups: ["none"],
  usualGroup: "none",
  columns: ["goals", "services", "work"],
  usualColumns: ["goals", "services", "work"],
  filters: ["archived"],
}

export const capabilityColumnWords: Record<string, string> = { name: "Capability", goals: "Enables", services: "Supported by", work: "Changed by" }

export interface CapabilityRow extends ElementRef {
  parentId: string | null
  depth: number
  version: number
  summary: string
  goals: ElementRef[]
  services: ElementRef[]
  work: ElementRef[]
}

/** The columns of the downloaded file; its rows are in the order of the tree. */
export const capabilityFile: FileColumn<CapabilityRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Capability", kind: "text", of: (row) => row.name },
  { label: "Level", kind: "number", of: (row) => row.depth + 1 },
  { label: "Summary", kind: "text", of: (row) => row.summary },
  { label: "Enables", kind: "text", of: (row) => names(row.goals) },
  { label: "Supported by", kind: "text", of: (row) => names(row.services) },
  { label: "Changed by", kind: "text", of: (row) => names(row.work) },
]

function names(refs: readonly ElementRef[]): string {
  return refs.map((ref) => `${ref.name} (${ref.code})`).join("; ")
}
