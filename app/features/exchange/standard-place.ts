// Where what a list says belongs in time: what stands there already, what it ends, and until when it holds itself.
import type { CalendarDate } from "~/core/calendar"
import type { StandardLifecycle, StandardStatus } from "~/features/decisions/standard"

/** A standing as the database has it. */
export interface StandingRow {
  id: string
  applicationId: string
  functionId: string | null
  decisionId: string
  productVersion: string
  status: StandardStatus
  lifecycle: StandardLifecycle
  ownWords: string
  conditions: string
  approvalExpiresOn: CalendarDate | null
  validFrom: CalendarDate
  validTo: CalendarDate | null
  version: number
  /** whether its decision came with a file */
  imported: boolean
}

/** What a list says of one product in one job. */
export type SaidStanding = Pick<StandingRow, "status" | "lifecycle" | "ownWords" | "approvalExpiresOn">

export interface PlaceInTime {
  /** says the same of the same day */
  same: boolean
  /** the row that begins on that very day and is written anew */
  replaces: StandingRow | null
  /** the row that holds until that day from now on */
  ends: StandingRow | null
  /** null: it holds on */
  validTo: CalendarDate | null
}

/** Gives the place of what is said of a day among the rows of one product in one job; rows without overlap stay so. */
export function placeInTime(rows: readonly StandingRow[], day: CalendarDate, said: SaidStanding): PlaceInTime {
  const replaces = rows.find(({ validFrom }) => validFrom === day) ?? null
  if (replaces) return { same: saysTheSame(replaces, said), replaces, ends: null, validTo: replaces.validTo }
  const ends = rows.find((row) => row.validFrom < day && (row.validTo === null || row.validTo > day)) ?? null
  const later = rows.map(({ validFrom }) => validFrom).filter((from) => from > day).sort()
  return { same: false, replaces: null, ends, validTo: ends ? ends.validTo : (later[0] ?? null) }
}

function saysTheSame(row: SaidStanding, said: SaidStanding): boolean {
  return row.status === said.status && row.lifecycle === said.lifecycle && row.ownWords === said.ownWords && row.approvalExpiresOn === said.approvalExpiresOn
}

/** The rows that a list ends because it names other jobs for the product now; only what earlier files said. */
export function noLongerNamed(rows: readonly StandingRow[], day: CalendarDate, functionIds: ReadonlySet<string | null>): StandingRow[] {
  return rows.filter((row) => row.imported && row.validFrom < day && row.validTo === null && !functionIds.has(row.functionId))
}
