// The list of people: what its address may ask for, its rows, and the columns of its file.
import type { RoleLevel } from "#db/words"
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { roleLevelWords } from "~/features/units/unit"

export const personList: ListSpec = {
  sorts: ["name", "unit", "title", "owns"],
  usualSort: "name",
  groups: ["none", "unit", "level"],
  usualGroup: "none",
  columns: ["title", "unit", "level", "account", "owns"],
  usualColumns: ["title", "unit", "level", "account", "owns"],
  filters: ["unit", "level", "account", "archived"],
}

export const personColumnWords: Record<string, string> = { name: "Person", title: "Title", unit: "Unit", level: "Role level", account: "Account", owns: "Owns" }

export interface PersonRow extends ElementRef {
  sortKey: string
  version: number
  title: string
  roleLevel: RoleLevel | null
  unit: ElementRef | null
  /** whether the person can sign in */
  account: boolean
  /** whether there is an account, also a disabled one: administrators look after them */
  looked: boolean
  /** how many a group counts; null for a person */
  groupHeadcount: number | null
  /** records the person is the owner of */
  owns: number
}

/** The columns of the downloaded file. */
export const personFile: FileColumn<PersonRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Person", kind: "text", of: (row) => row.name },
  { label: "Title", kind: "text", of: (row) => row.title },
  { label: "Unit", kind: "text", of: (row) => row.unit?.name ?? "" },
  { label: "Role level", kind: "text", of: (row) => (row.roleLevel ? roleLevelWords[row.roleLevel] : "") },
  { label: "Account", kind: "text", of: (row) => (row.account ? "yes" : "no") },
  { label: "Headcount", kind: "number", of: (row) => row.groupHeadcount },
  { label: "Owns", kind: "number", of: (row) => row.owns },
]
