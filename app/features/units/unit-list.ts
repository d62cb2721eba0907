// The tree of units as a list: what its address may ask for, its rows, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { roleLevels, roleLevelWords, totalOf, type Headcount } from "./unit"

export const unitList: ListSpec = {
  sorts: ["name"],
  usualSort: "name",
  groups: ["none"],
  usualGroup: "none",
  columns: ["whole", "direct", ...roleLevels, "applications", "cost"],
  usualColumns: ["whole", ...roleLevels, "applications", "cost"],
  filters: ["archived"],
}

export const unitColumnWords: Record<string, string> = {
  name: "Unit", whole: "People with sub-units", direct: "People directly", ...roleLevelWords, applications: "Applications", cost: "Yearly cost",
}

export interface UnitRow extends ElementRef {
  parentId: string | null
  depth: number
  version: number
  headcount: Headcount
  whole: Headcount & { total: number | null }
  applications: number
  /** of the known costs; null when none is known */
  yearlyCost: string | null
  withoutCost: number
}

/** The columns of the downloaded file; its rows are in the order of the tree. */
export const unitFile: FileColumn<UnitRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Unit", kind: "text", of: (row) => row.name },
  { label: "Level", kind: "number", of: (row) => row.depth + 1 },
  { label: "People with sub-units", kind: "number", of: (row) => row.whole.total },
  { label: "People directly", kind: "number", of: (row) => totalOf(row.headcount) },
  ...roleLevels.map((level): FileColumn<UnitRow> => ({ label: roleLevelWords[level], kind: "number", of: (row) => row.headcount[level] })),
  { label: "Applications", kind: "number", of: (row) => row.applications },
  { label: "Yearly cost", kind: "money", of: (row) => row.yearlyCost },
  { label: "Applications without a known cost", kind: "number", of: (row) => row.withoutCost },
]
