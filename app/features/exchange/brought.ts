// What a reader understood of a file, row by row, before anything is compared with the records.
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"

/** What one row of a file can be: a record of the chain, a measure of a goal, or how a product stands. */
export type RecordKind = ChainKind | "measure" | "standard"
/** A cleaned value of a field: calendar dates as 2026-11-22, money and decimals as decimal text, null = cleared. */
export type FileValue = string | number | boolean | null

/** Names a record: by short id, by the file's own id, or by its name within its kind, tried in this order. */
export interface RecordRef {
  kinds: readonly ChainKind[]
  /** as the file has it: "G-12", "id-4711" or "Cut order time" */
  text: string
  /** `foreign`: only the file's own ids are looked up; `any`: short id, then file's id, then name */
  by: "foreign" | "any"
}

/** A person or a record above, named by a field: resolved when the row is compared. */
export type FieldValue = FileValue | RecordRef

export interface RowProblem {
  /** the file's heading of the column; null when it is about the whole row */
  column: string | null
  /** a sentence for the person */
  problem: string
}

interface Row {
  /** for people: "Row 12", "Sheet Goals, row 3" or "Element id-4711" */
  place: string
  /** the line within its sheet, for the file given back with a Problem column; null where the file has no lines */
  line: number | null
  /** the row cannot be taken; it counts as refused */
  problems: readonly RowProblem[]
}

/** A record in the file. Absent fields stay untouched, null clears. Field names: `file-fields.ts`. */
export interface BroughtRecord extends Row {
  part: "record"
  kind: RecordKind
  /** short id such as G-12, when the file has one */
  code: string | null
  /** the file's own id of it, unique within the source */
  foreignId: string | null
  /** its type in the file where that says more than our kind ("Outcome"), for the way back; else empty */
  type: string
  name: string | null
  fields: Readonly<Record<string, FieldValue>>
  /** what the file says besides, kept for the way back */
  properties: readonly KeptProperty[]
}

/** A link in the file, also one that a column of a record names ("Main goal"). */
export interface BroughtLink extends Row {
  part: "link"
  relation: Relation
  from: RecordRef
  to: RecordRef
  /** strength 1|3|9, note, isPrimary, mandatory, lagDays, criticality, fit, seats, yearlyCost; absent = untouched */
  fields: Readonly<Record<string, FileValue>>
  /** the file's own id of the relationship, so that it is given back; null where the file has none */
  foreignId: string | null
}

/** "Part of" in a file that has it as a relationship: `child` becomes part of `parent`. */
export interface BroughtParent extends Row {
  part: "parent"
  kind: "goal" | "unit" | "capability"
  child: RecordRef
  parent: RecordRef
  foreignId: string | null
}

/** A person or group that the file joins with a subject: they stand somewhere about it, and the file does not say where. */
export interface BroughtStake extends Row {
  part: "stake"
  party: RecordRef
  subject: RecordRef
  foreignId: string
}

/** How a stake is called among the links of an import, where it is staged. */
export const stakeRelation = "has a stake in"

/** A link that the file only implies through what we have no word for; never added on its own. */
export interface BroughtOffer extends Row {
  part: "offer"
  relation: Relation
  from: RecordRef
  to: RecordRef
  /** names of what lies between, from `from` to `to`, one to three */
  through: readonly { type: string; name: string }[]
  /** the file's ids of the relationships it runs over */
  foreignIds: readonly string[]
}

export interface KeptProperty {
  key: string
  value: string
}

/** An element or relationship of the file, kept whole for the way back, whether we have a word for it or not. */
export interface BroughtElement extends Row {
  part: "element"
  foreignId: string
  type: string
  name: string
  documentation: string
  properties: readonly KeptProperty[]
  /** true when a BroughtRecord with the same foreignId stands for it */
  known: boolean
}
export interface BroughtRelationship extends Row {
  part: "relationship"
  foreignId: string
  type: string
  /** ids of elements or of other relationships */
  fromId: string
  toId: string
  name: string
  documentation: string
  /** attributes of the relationship's own: accessType, isDirected, modifier */
  attributes: Readonly<Record<string, string>>
  properties: readonly KeptProperty[]
  /** what became of it: a link or parent row with the same foreignId; an offer runs over it; nothing of ours; refused by the reader */
  standing: "converted" | "offered" | "kept" | "refused"
}

export type Brought = BroughtRecord | BroughtLink | BroughtParent | BroughtStake | BroughtOffer | BroughtElement | BroughtRelationship

/** Where the file's own ids are valid. The same key in the next file finds the same records again. */
export interface BroughtSource {
  /** "archimate:<model identifier>", "table:<kind> <folded heading of the id column>" ("table:<heading>" and ids such as "goal 12" where a file has several kinds), "graph:nodes" */
  key: string
  name: string
  /** what the way back needs besides elements and relationships: documentation, property definitions */
  about: Readonly<Record<string, unknown>>
}

export const fileFormats = ["archimate", "csv", "xlsx", "json"] as const
export type FileFormat = (typeof fileFormats)[number]

/** What the rows of a table are; `node` and `edge` are the two files of a graph. */
export const tableKinds = ["goal", "measure", "initiative", "service", "application", "function", "capability", "unit", "person", "standard", "link", "usage", "node", "edge"] as const
export type TableKind = (typeof tableKinds)[number]

/** What a person corrected about the reading of a file; absent = the reader's guess stands. */
export interface FileChoices {
  /** what the rows are, for a file of one table; by sheet name for several ("skip" leaves a sheet out) */
  as?: TableKind
  sheets?: Readonly<Record<string, TableKind | "skip">>
  /** heading key (see FileColumn.key) -> field name, or "" for not used */
  columns?: Readonly<Record<string, string>>
  /** "field=folded cell" -> what is read in its place: {"health=amber": "at risk", "endsOn=exempt": ""}; "" is a blank cell */
  values?: Readonly<Record<string, string>>
  encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"
  separator?: "," | ";" | "\t" | "|"
  dayFirst?: boolean
  decimalComma?: boolean
  /** graph files and models: a kind for each label of a node or type of an element; graph files also a relation for each "Label type Label" of an edge; "keep" has no word */
  labels?: Readonly<Record<string, ChainKind | "keep">>
  relations?: Readonly<Record<string, Relation | "part of" | "keep">>
  /** "goal.status" -> value for new records without one; `--set goal.status=draft` */
  defaults?: Readonly<Record<string, string>>
  /** corrections of single cells: "line" ("Goals 12" in a file of several sheets) -> field -> text as typed */
  corrections?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** lists of standards: their folded word -> what it means ("prohibited, containment"), and the day the list is of */
  statuses?: Readonly<Record<string, string>>
  ofDay?: string
  /** when the file was last saved (ISO), where it is known: a field that somebody changed later is a clash */
  savedAt?: string
}

/** What headings meant last time: "kind heading" (the heading folded) -> field name. */
export type KnownColumns = Readonly<Record<string, string>>

/** The nodes of a graph that an earlier file brought, for edges that come alone: id, label, and what each became. */
export type KnownNodes = readonly (readonly [id: string, label: string, kind: ChainKind | "keep"])[]

/** One column as the Columns step shows it. */
export interface FileColumn {
  /** sheet name and position: unique also where a heading stands twice */
  key: string
  heading: string
  /** first cell that is not empty */
  sample: string
  /** the field it fills, "" when not used */
  field: string
  how: "known from last time" | "guessed" | "chosen" | "not used"
  /** what was made of it, in words: "day, month, year"; "read as 320,000.00"; "amber is at risk" */
  note: string
}
/** What the reader makes of the file as a whole; shown and corrected before the preview. */
export interface FileLook {
  format: FileFormat
  source: BroughtSource | null
  encoding: string | null
  separator: string | null
  sheets: readonly { name: string; kind: TableKind | "skip"; rows: number; columns: readonly FileColumn[] }[]
  /** graph files: the labels found, how often, and what becomes of them (of a model: its types); and of each "Label type Label" (only "type" where the file has no nodes) */
  labels: readonly { label: string; count: number; kind: ChainKind | "keep" }[]
  relations: readonly { label: string; count: number; relation: Relation | "part of" | "keep" }[]
  /** sentences about the reading as a whole that people should know, such as where it ended early */
  notes?: readonly string[]
}

/** A file that cannot be read at all; the message says what it is, and what to do instead. */
export class UnreadableFileError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "UnreadableFileError"
  }
}
