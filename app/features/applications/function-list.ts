// The list of jobs (functions): what its address may ask for, its rows, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import type { UseTotals } from "./application"

export const functionList: ListSpec = {
  sorts: ["name", "tools", "seats", "cost", "owner"],
  usualSort: "-tools",
  groups: ["none", "owner"],
  usualGroup: "none",
  columns: ["tools", "seats", "cost", "owner"],
  usualColumns: ["tools", "seats", "cost", "owner"],
  filters: ["owner", "tools", "archived"],
}

export const functionColumnWords: Record<string, string> = { name: "Job", tools: "Done by", seats: "Seats", cost: "Yearly cost", owner: "Owner" }

export interface FunctionRow extends ElementRef {
  sortKey: string
  version: number
  summary: string
  owner: ElementRef | null
  tools: ElementRef[]
  /** of all applications that do the job; their whole cost, even where one does several jobs */
  use: UseTotals
}

/** The columns of the downloaded file. */
export const functionFile: FileColumn<FunctionRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Job", kind: "text", of: (row) => row.name },
  { label: "Summary", kind: "text", of: (row) => row.summary },
  { label: "Owner", kind: "text", of: (row) => row.owner?.name ?? "" },
  { label: "Tools", kind: "number", of: (row) => row.tools.length },
  { label: "Done by", kind: "text", of: (row) => row.tools.map((tool) => `${tool.name} (${tool.code})`).join("; ") },
  { label: "Seats", kind: "number", of: (row) => row.use.seats },
  { label: "Yearly cost", kind: "money", of: (row) => row.use.yearlyCost },
  { label: "Uses without a known cost", kind: "number", of: (row) => row.use.withoutCost },
]
