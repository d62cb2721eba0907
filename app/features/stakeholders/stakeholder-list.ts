// The list of people and groups as parties: what its address may ask for, its rows, and the columns of its file, with and without where they stand.
import type { ListeningStyle, RoleLevel } from "#db/words"
import type { ElementRef } from "~/features/elements/element"
import type { FileColumn, ListSpec } from "~/features/elements/list"
import { roleLevelWords } from "~/features/units/unit"
import { listeningWords } from "./profile"
import { engagementWords, priorityOf, quarterOf, quarterWords, type Standing } from "./standing"

/** For those who may not see where people stand: no column, filter or order tells it. */
export const partyList: ListSpec = {
  sorts: ["name", "unit", "spoken", "due"],
  usualSort: "name",
  groups: ["none", "unit", "level"],
  usualGroup: "none",
  columns: ["unit", "level", "style", "spoken", "due"],
  usualColumns: ["unit", "level", "style", "spoken", "due"],
  filters: ["unit", "level", "party", "archived"],
}

/** The same with where they stand overall. */
export const standingList: ListSpec = {
  sorts: [...partyList.sorts, "influence", "interest", "priority"],
  usualSort: "name",
  groups: partyList.groups,
  usualGroup: "none",
  columns: ["unit", "level", "influence", "interest", "quarter", "now", "wanted", "priority", "style", "spoken", "due"],
  usualColumns: ["unit", "level", "influence", "interest", "now", "wanted", "priority", "spoken", "due"],
  filters: [...partyList.filters, "quarter"],
}

export const partyColumnWords: Record<string, string> = {
  name: "Person or group", unit: "Unit", level: "Role level", style: "Listens best to", influence: "Influence", interest: "Affected", quarter: "How to work together",
  now: "Where they are", wanted: "Where we want them", priority: "Priority", spoken: "Last conversation", due: "Next due",
}

export interface PartyRow extends ElementRef {
  sortKey: string
  unit: ElementRef | null
  roleLevel: RoleLevel | null
  groupHeadcount: number | null
  listeningStyle: ListeningStyle | null
  /** when they were heard last, and what is due with them next: calendar dates */
  spokenOn: string | null
  dueOn: string | null
  /** null for those who may not see it */
  standing: (Standing & { version: number }) | null
}

/** The columns of the downloaded file. */
export function partyFile(withStanding: boolean): FileColumn<PartyRow>[] {
  const standing: FileColumn<PartyRow>[] = [
    { label: "Influence", kind: "number", of: (row) => row.standing?.influence ?? null },
    { label: "Affected", kind: "number", of: (row) => row.standing?.interest ?? null },
    { label: "How to work together", kind: "text", of: (row) => quarterInWords(row) },
    { label: "Where they are", kind: "text", of: (row) => (row.standing?.engagementNow ? engagementWords[row.standing.engagementNow] : "") },
    { label: "Where we want them", kind: "text", of: (row) => (row.standing?.engagementWanted ? engagementWords[row.standing.engagementWanted] : "") },
    { label: "Priority", kind: "number", of: (row) => row.standing && priorityOf(row.standing) },
  ]
  return [
    { label: "Id", kind: "text", of: (row) => row.code },
    { label: "Person or group", kind: "text", of: (row) => row.name },
    { label: "Headcount", kind: "number", of: (row) => row.groupHeadcount },
    { label: "Unit", kind: "text", of: (row) => row.unit?.name ?? "" },
    { label: "Role level", kind: "text", of: (row) => (row.roleLevel ? roleLevelWords[row.roleLevel] : "") },
    ...(withStanding ? standing : []),
    { label: "Listens best to", kind: "text", of: (row) => (row.listeningStyle ? listeningWords[row.listeningStyle] : "") },
    { label: "Last conversation", kind: "date", of: (row) => row.spokenOn },
    { label: "Next due", kind: "date", of: (row) => row.dueOn },
  ]
}

/** The quarter of the grid in words; empty while unknown. */
export function quarterInWords({ standing }: Pick<PartyRow, "standing">): string {
  const quarter = standing && quarterOf(standing)
  return quarter ? quarterWords[quarter] : ""
}
