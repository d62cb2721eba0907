// What a person chose for single rows of a preview, so that reading the file again does not lose it.
import type { Snapshot } from "~/core/change"
import type { Clash } from "./row-in-words"

/** A row by what stays the same when its file is read again: its part, its kind, its place and what it is called. */
export interface SameRow {
  part: string
  kind: string
  place: string
  name: string
}

/** The choices of one row: a tick taken away, an offer accepted (its strength is in `after`), whose side of a clash. */
export interface Decided {
  verdict: "new" | "changed" | "offered"
  ticked: boolean
  before: Snapshot | null
  after: Snapshot | null
  clashes: Clash[]
}

export type DecidedRows = ReadonlyMap<string, Decided>

/** Under which a row's choices are found again. */
export function sameRowKey({ part, kind, place, name }: SameRow): string {
  return JSON.stringify([part, kind, place, name])
}
