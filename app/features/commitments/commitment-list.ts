// The ledger of promises: what its address may ask for, and the columns it and its file have.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { standingInWords, type Standing } from "./commitment"

export const commitmentList: ListSpec = {
  sorts: ["due", "name", "unit", "owner", "moves"],
  usualSort: "due",
  groups: ["none", "unit", "owner"],
  usualGroup: "none",
  columns: ["state", "due", "unit", "owner", "moves", "kept"],
  usualColumns: ["state", "due", "unit", "owner", "moves"],
  filters: ["state", "unit", "owner", "archived"],
}

export const commitmentColumnWords: Record<string, string> = {
  name: "Promise", state: "State", due: "Due", unit: "Promised to", owner: "Owner", moves: "Moved", kept: "How it was kept",
}

export const commitmentFilterWords = [
  { value: "late", label: "Late" }, { value: "open", label: "Open" }, { value: "kept", label: "Kept" }, { value: "withdrawn", label: "Withdrawn" },
] as const

export interface CommitmentRow extends ElementRef {
  sortKey: string
  version: number
  dueOn: string
  unit: ElementRef | null
  owner: ElementRef | null
  moves: number
  standing: Standing
  /** the day it was kept, in the company's time zone */
  keptOn: string | null
  keptNote: string
}

/** A promise as programs read it. */
export interface ToldPromise extends CommitmentRow {
  number: number
  summary: string
  updatedAt: Date
}

/** The columns of the downloaded file. */
export const commitmentFile: readonly FileColumn<CommitmentRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Promise", kind: "text", of: (row) => row.name },
  { label: "Promised to", kind: "text", of: (row) => row.unit?.name ?? "" },
  { label: "Owner", kind: "text", of: (row) => row.owner?.name ?? "" },
  { label: "Due", kind: "date", of: (row) => row.dueOn },
  { label: "State", kind: "text", of: (row) => standingInWords(row.standing) },
  { label: "Days late", kind: "number", of: (row) => (row.standing.standing === "late" || row.standing.standing === "kept late" ? row.standing.days : 0) },
  { label: "Times moved", kind: "number", of: (row) => row.moves },
  { label: "Kept on", kind: "date", of: (row) => row.keptOn },
  { label: "How it was kept", kind: "text", of: (row) => row.keptNote },
]
