// What people and programs see of an import: its state, its counts, its rows and its report.
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import type { FieldValue as Kept } from "~/core/change"
import type { FileChoices, FileFormat, FileLook, RecordKind, stakeRelation } from "./brought"

export type ImportState = "reading" | "columns" | "preview" | "applying" | "applied" | "cancelled" | "failed" | "undone"
export type Verdict = "new" | "changed" | "unchanged" | "refused"
export type VerdictCounts = Record<Verdict, number>
export const noVerdicts: VerdictCounts = { new: 0, changed: 0, unchanged: 0, refused: 0 }

/** The answer of `import --json`, and what the screens count from: the words of the planner as keys. */
export interface ImportReport {
  file: string
  format: FileFormat
  applied: boolean
  kinds: Partial<Record<RecordKind, VerdictCounts>>
  /** by relation, "part of" and "has a stake in" among them */
  links: Partial<Record<Relation | "part of" | typeof stakeRelation, VerdictCounts>>
  /** links over up to three elements, offered and not accepted */
  indirect: number
  kept: { elements: number; relationships: number }
  problems: { where: string; column: string | null; problem: string }[]
}

export interface ImportView {
  id: string
  fileName: string
  format: FileFormat
  state: ImportState
  message: string
  choices: FileChoices
  look: FileLook | null
  rowsRead: number
  /** null until the file is read to its end */
  rowsKnown: number | null
  report: ImportReport
  /** rows that apply would write: new and changed ones that are ticked, and accepted offers */
  toWrite: number
  clashes: number
  startedBy: string
  createdAt: Date
  appliedAt: Date | null
  operationId: string | null
}

/** One field of a row that would change, in words for the screen. */
export interface ChangedField {
  field: string
  label: string
  before: string
  after: string
  /** set where somebody changed the same field after the file was saved; `take` is what apply will write */
  clash: { by: string; at: string; take: "mine" | "theirs" } | null
}

export interface ImportRowView {
  n: number
  part: "record" | "link" | "parent" | "offer"
  kind: string
  place: string
  line: number | null
  name: string
  /** short id and address of the record it is about; null for one that does not exist yet */
  record: { kind: ChainKind; code: string; name: string } | null
  verdict: Verdict | "offered"
  ticked: boolean
  changes: ChangedField[]
  problems: { column: string | null; problem: string }[]
  /** offers: names of what lies between, and the strength it would get */
  through: { type: string; name: string }[]
  raw: { [field: string]: Kept }
}
