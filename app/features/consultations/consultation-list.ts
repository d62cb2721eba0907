// The list of consultations: what a row of it says.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn } from "~/features/elements/list"
import { stateWords, type ConsultationState } from "./consultation"

export interface ConsultationRow {
  id: string
  code: string
  name: string
  version: number
  state: ConsultationState
  owner: string | null
  openedOn: string | null
  closesOn: string | null
  /** the same two days as dates */
  openedDay: string | null
  closesDay: string | null
  asked: number
  heard: number
  /** the unit whose relationship it reviews */
  unit: ElementRef | null
  about: (ElementRef & { covered: string | null; missing: string | null })[]
}

/** The columns of the downloaded file. */
export const consultationFile: readonly FileColumn<ConsultationRow>[] = [
  { label: "Id", kind: "text", of: (row) => row.code },
  { label: "Conversation", kind: "text", of: (row) => row.name },
  { label: "State", kind: "text", of: (row) => stateWords[row.state] },
  { label: "About", kind: "text", of: (row) => [...(row.unit ? [row.unit] : []), ...row.about].map(({ name, code }) => `${name} (${code})`).join("; ") || null },
  { label: "Asked", kind: "number", of: (row) => row.asked },
  { label: "Heard", kind: "number", of: (row) => row.heard },
  { label: "Affected groups heard", kind: "text", of: (row) => row.about.flatMap(({ covered }) => covered ?? []).join("; ") || null },
  { label: "Missing", kind: "text", of: (row) => row.about.flatMap(({ missing }) => missing ?? []).join("; ") || null },
  { label: "Opened", kind: "date", of: (row) => row.openedDay },
  { label: "Open until", kind: "date", of: (row) => row.closesDay },
  { label: "Owner", kind: "text", of: (row) => row.owner },
]
