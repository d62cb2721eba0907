// People and units whom a file only names, as owner or as affected: they become records, people without an account.
import { fold } from "~/core/fold"
import { blankRecord } from "./record-shape"
import type { Snapshot } from "~/core/change"
import type { RecordRef } from "./brought"

/** What is made where a file only names it. */
export type MadeKind = "person" | "unit"

interface MadeRecord {
  id: string
  kind: MadeKind
  name: string
  place: string
  used: boolean
}

/** A row of such a record as it is staged beside the file's own. */
export interface MadeRow {
  n: number
  part: "record"
  kind: MadeKind
  place: string
  line: null
  name: string
  brought: object
  verdict: "new"
  ticked: true
  recordId: string
  after: Snapshot
}

/** The kind that a name nobody has would be made as; null where a name must be known. */
export function madeKindOf({ kinds, by }: RecordRef): MadeKind | null {
  const [kind] = kinds
  return by === "any" && kinds.length === 1 && (kind === "person" || kind === "unit") ? kind : null
}

/** Collects what a file names and nobody knows, each once, from the row number `next` on. */
export class MadeRecords {
  private readonly byName = new Map<string, MadeRecord>()
  private readonly byId = new Map<string, MadeRecord>()
  constructor(private readonly next: number, private readonly newId: () => string) {}

  /** The record of this name; refuses what is no name. */
  name(kind: MadeKind, text: string, place: string): { id: string; name: string } | { problem: string } {
    const name = text.trim()
    if (name === "") return { problem: "The name is empty." }
    if (name.length > 200) return { problem: "A name has at most 200 characters." }
    const key = `${kind} ${fold(name)}`
    const known = this.byName.get(key)
    if (known) return known
    const made: MadeRecord = { id: this.newId(), kind, name, place, used: false }
    this.byName.set(key, made)
    this.byId.set(made.id, made)
    return made
  }

  /** Notes that a row which is taken names the record, if it is one of these. */
  use(id: unknown): void {
    const made = typeof id === "string" ? this.byId.get(id) : undefined
    if (made) made.used = true
  }

  /** The records that rows name, as rows of the import. */
  rows(): MadeRow[] {
    return [...this.byName.values()].filter(({ used }) => used).map(({ id, kind, name, place }, index) => ({
      n: this.next + index, part: "record", kind, place, line: null, name, verdict: "new", ticked: true, recordId: id,
      brought: { part: "record", kind, made: true, place, line: null, problems: [], code: null, foreignId: null, type: "", name, fields: {}, properties: [] },
      after: { ...blankRecord(kind), name },
    }))
  }
}
