// People whom a file only names, as owner or sponsor: they become records without an account.
import { fold } from "~/core/fold"
import { blankRecord } from "./record-shape"
import type { Snapshot } from "~/core/change"

interface MadePerson {
  id: string
  name: string
  place: string
  used: boolean
}

/** A row of a person as it is staged beside the file's own. */
export interface MadePersonRow {
  n: number
  part: "record"
  kind: "person"
  place: string
  line: null
  name: string
  brought: object
  verdict: "new"
  ticked: true
  recordId: string
  after: Snapshot
}

/** Collects the people that a file names and nobody knows, each once, from the row number `next` on. */
export class MadePeople {
  private readonly byName = new Map<string, MadePerson>()
  private readonly byId = new Map<string, MadePerson>()
  constructor(private readonly next: number, private readonly newId: () => string) {}

  /** The person of this name; refuses what is no name. */
  name(text: string, place: string): { id: string } | { problem: string } {
    const name = text.trim()
    if (name === "") return { problem: "The name is empty." }
    if (name.length > 200) return { problem: "A name has at most 200 characters." }
    const key = fold(name)
    const known = this.byName.get(key)
    if (known) return { id: known.id }
    const made: MadePerson = { id: this.newId(), name, place, used: false }
    this.byName.set(key, made)
    this.byId.set(made.id, made)
    return { id: made.id }
  }

  /** Notes that a row which is taken names the person, if it is one of these. */
  use(id: unknown): void {
    const made = typeof id === "string" ? this.byId.get(id) : undefined
    if (made) made.used = true
  }

  /** The people that rows name, as rows of the import. */
  rows(): MadePersonRow[] {
    return [...this.byName.values()].filter(({ used }) => used).map(({ id, name, place }, index) => ({
      n: this.next + index, part: "record", kind: "person", place, line: null, name, verdict: "new", ticked: true, recordId: id,
      brought: { part: "record", kind: "person", made: true, place, line: null, problems: [], code: null, foreignId: null, type: "", name, fields: {}, properties: [] },
      after: { ...blankRecord("person"), name },
    }))
  }
}
