// The columns of the list of initiatives as a file.
import type { FileColumn } from "~/features/elements/list"
import { strengthWords } from "~/features/elements/link"
import { stageWords } from "./initiative"
import type { InitiativeRow } from "./initiative-rows"
import { healthWords } from "./status-report"

export interface InitiativeFileRow extends InitiativeRow {
  summary: string
  goal: { code: string; name: string } | null
}

/** Gives the columns; `yearLabel` names the year of the money, `waivers` what was approved although not everybody was asked, by id. */
export function initiativeFileColumns(yearLabel: string, waivers: ReadonlyMap<string, string>): FileColumn<InitiativeFileRow>[] {
  return [
    { label: "Id", kind: "text", of: (row) => row.code },
    { label: "Initiative", kind: "text", of: (row) => row.name },
    { label: "Summary", kind: "text", of: (row) => row.summary },
    { label: "Stage", kind: "text", of: (row) => stageWords[row.stage] },
    { label: "Status", kind: "text", of: (row) => healthWords[row.health] },
    { label: "Steps done %", kind: "number", of: (row) => row.progress },
    { label: "Main goal id", kind: "text", of: (row) => row.goal?.code ?? null },
    { label: "Main goal", kind: "text", of: (row) => row.goal?.name ?? null },
    { label: "Helps", kind: "text", of: (row) => (row.helps === null ? null : strengthWords[row.helps.strength]) },
    { label: `Budget ${yearLabel}`, kind: "money", of: (row) => row.budget },
    { label: "Starts", kind: "date", of: (row) => row.startsOn },
    { label: "Ends", kind: "date", of: (row) => row.endsOn },
    { label: "Owner", kind: "text", of: (row) => row.ownerName },
    { label: "Affects", kind: "text", of: (row) => row.units.join(", ") || null },
    { label: "Approved by waiver", kind: "text", of: (row) => waivers.get(row.id) ?? null },
  ]
}
