// The list of standards: what its address may ask for, and the columns it and its file have.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { standardLifecycleWords, standardStatusWords, type StandardLifecycle, type StandardStatus } from "./standard"
import { expiryWords, type Expiry } from "./standard-time"

export const standardList: ListSpec = {
  sorts: ["name", "job", "status", "expires", "since"],
  usualSort: "name",
  groups: ["none", "job", "status"],
  usualGroup: "none",
  columns: ["job", "status", "lifecycle", "version", "expires", "ownWords", "since", "decision"],
  usualColumns: ["job", "status", "lifecycle", "expires", "ownWords", "decision"],
  filters: ["status", "lifecycle", "expiry", "job", "decision", "archived"],
}

export const standardColumnWords: Record<string, string> = {
  name: "Application", job: "Job", status: "May it be used", lifecycle: "Standing", version: "Version", expires: "Allowed until", ownWords: "In its own words", since: "Since", decision: "Decision",
}

export interface StandardRow extends ElementRef {
  /** the standing's own id */
  standardId: string
  sortKey: string
  job: ElementRef | null
  status: StandardStatus
  lifecycle: StandardLifecycle
  productVersion: string
  family: string
  ownWords: string
  conditions: string
  approvalExpiresOn: string | null
  expiry: Expiry | null
  validFrom: string
  validTo: string | null
  decision: ElementRef
  importedFrom: string | null
}

/** The columns of the downloaded file. */
export const standardFile: readonly FileColumn<StandardRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Application", kind: "text", of: (row) => row.name },
  { label: "Family", kind: "text", of: (row) => row.family },
  { label: "Version", kind: "text", of: (row) => row.productVersion },
  { label: "Job", kind: "text", of: (row) => row.job?.name ?? "" },
  { label: "May it be used", kind: "text", of: (row) => standardStatusWords[row.status] },
  { label: "Standing", kind: "text", of: (row) => standardLifecycleWords[row.lifecycle] },
  { label: "In its own words", kind: "text", of: (row) => row.ownWords },
  { label: "Conditions", kind: "text", of: (row) => row.conditions },
  { label: "Allowed until", kind: "date", of: (row) => row.approvalExpiresOn },
  { label: "Expires", kind: "text", of: (row) => (row.expiry === null ? "" : expiryWords[row.expiry]) },
  { label: "Since", kind: "date", of: (row) => row.validFrom },
  { label: "Until", kind: "date", of: (row) => row.validTo },
  { label: "Decision", kind: "text", of: (row) => `${row.decision.code} ${row.decision.name}` },
]

/** What stands on top of the list. */
export function standardsTitle({ total, overdue, products }: { total: number; overdue: number; products: number }): string {
  if (total === 0) return "Nothing is decided about any product yet."
  const lead = `${products.toLocaleString("en-GB")} ${products === 1 ? "product stands" : "products stand"} decided.`
  return overdue === 0 ? lead : `${lead} ${overdue.toLocaleString("en-GB")} ${overdue === 1 ? "approval has" : "approvals have"} expired.`
}
