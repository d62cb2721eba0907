// The list of relationships: what a row of it says, and the columns of its file.
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn } from "~/features/elements/list"
import { levels, type Level } from "./relationship"

export interface RelationshipRow {
  unit: ElementRef
  business: Level | null
  it: Level | null
  gap: number | null
  late: number
  lastSpokeOn: string | null
  nextReviewOn: string | null
  overdue: boolean
}

/** A level as it is told: "3. Service provider". */
export function levelInWords(value: Level): string {
  return `${value}. ${levels.find(({ level }) => level === value)?.name ?? ""}`
}

/** The columns of the downloaded file. */
export const relationshipFile: readonly FileColumn<RelationshipRow>[] = [
  { label: "Id", kind: "text", of: ({ unit }) => unit.code },
  { label: "Unit", kind: "text", of: ({ unit }) => unit.name },
  { label: "They say", kind: "text", of: ({ business }) => (business === null ? null : levelInWords(business)) },
  { label: "IT says", kind: "text", of: ({ it }) => (it === null ? null : levelInWords(it)) },
  { label: "Levels apart", kind: "number", of: ({ gap }) => gap },
  { label: "Late promises", kind: "number", of: ({ late }) => late },
  { label: "Last spoke", kind: "date", of: ({ lastSpokeOn }) => lastSpokeOn },
  { label: "Next review", kind: "date", of: ({ nextReviewOn }) => nextReviewOn },
]
