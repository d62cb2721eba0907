// The register of side-door tools: what its address may ask for, its rows, and the columns of its file.
import type { ByoDisposition, FoundHow, WhyNot, WonOrLost } from "#db/words"
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { controlWords, dispositionWords, foundHowWords, sensitivityWords, standingInWords, whyNotWords, wonWords, type ByoStanding, type Control } from "./byo"

export const byoList: ListSpec = {
  sorts: ["due", "name", "unit", "users", "cost", "care", "reported"],
  usualSort: "due",
  groups: ["none", "unit", "why", "outcome"],
  usualGroup: "none",
  columns: ["need", "state", "job", "unit", "users", "cost", "data", "care", "why", "found", "goal", "owner", "reported", "won"],
  usualColumns: ["need", "state", "unit", "users", "why", "owner"],
  filters: ["state", "outcome", "unit", "why", "data", "owner", "won", "archived"],
}

export const byoColumnWords: Record<string, string> = {
  name: "Tool", need: "The need behind it", state: "Answer", job: "Job it does", unit: "Team", users: "Users", cost: "Yearly cost", data: "Data put in it", care: "Care needed", why: "Why IT was not used",
  found: "How we learned of it", goal: "Goal it serves", owner: "Who answers", reported: "Reported", won: "Came back",
}

export const byoStateWords = [
  { value: "open", label: "Waits for an answer" }, { value: "late", label: "Waits too long" }, { value: "again", label: "Agreed time is over" }, { value: "answered", label: "Answered" },
] as const

export interface ByoRow extends ElementRef {
  sortKey: string
  version: number
  need: string
  job: string
  unit: ElementRef | null
  users: number | null
  yearlyCost: string | null
  sensitivity: number | null
  missing: readonly Control[]
  /** F17; null while it cannot be known */
  care: number | null
  whyNot: WhyNot
  foundHow: FoundHow
  goal: ElementRef | null
  owner: ElementRef | null
  reportedOn: string
  isAnonymous: boolean
  answerDueOn: string
  disposition: ByoDisposition
  tolerateUntil: string | null
  replacedBy: ElementRef | null
  reason: string
  won: WonOrLost | null
  standing: ByoStanding
}

/** The columns of the downloaded file. */
export const byoFile: FileColumn<ByoRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Tool", kind: "text", of: (row) => row.name },
  { label: "The need behind it", kind: "text", of: (row) => row.need },
  { label: "Job it does", kind: "text", of: (row) => row.job },
  { label: "Team", kind: "text", of: (row) => row.unit?.name ?? "" },
  { label: "Users", kind: "number", of: (row) => row.users },
  { label: "Yearly cost", kind: "money", of: (row) => row.yearlyCost },
  { label: "Data put in it", kind: "text", of: (row) => sensitivityWords[row.sensitivity ?? 0] ?? "" },
  { label: "Not in place", kind: "text", of: (row) => row.missing.map((control) => controlWords[control]).join("; ") },
  { label: "Care needed", kind: "number", of: (row) => row.care },
  { label: "Why IT was not used", kind: "text", of: (row) => whyNotWords[row.whyNot] },
  { label: "How we learned of it", kind: "text", of: (row) => foundHowWords[row.foundHow] },
  { label: "Goal it serves", kind: "text", of: (row) => row.goal?.name ?? "" },
  { label: "Who answers", kind: "text", of: (row) => row.owner?.name ?? "" },
  { label: "Reported", kind: "date", of: (row) => row.reportedOn },
  { label: "Answer due", kind: "date", of: (row) => row.answerDueOn },
  { label: "Answer", kind: "text", of: (row) => dispositionWords[row.disposition] },
  { label: "State", kind: "text", of: (row) => standingInWords(row, row.standing) },
  { label: "Reason", kind: "text", of: (row) => row.reason },
  { label: "Agreed until", kind: "date", of: (row) => row.tolerateUntil },
  { label: "In its place", kind: "text", of: (row) => row.replacedBy?.name ?? "" },
  { label: "Came back", kind: "text", of: (row) => (row.won ? wonWords[row.won] : "") },
]
