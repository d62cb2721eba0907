// What a row of a file makes of a record: its fields set and checked by the rules of its kind.
import type { Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { can, type Actor } from "~/core/policy"
import type { Stage } from "~/features/initiatives/initiative"
import { isApproval, mayBecome, type StageCheck } from "~/features/initiatives/stage"
import type { BroughtRecord, FieldValue, RecordKind, RecordRef, RowProblem } from "./brought"
import { fileFields } from "./file-fields"
import { differing } from "./judged-change"
import { touchedParts } from "./party-parts"
import { checkRecord, setField, targetOf, valueProblem } from "./record-shape"

/** Names the record that a cell means, or says why none; null: the cell is left out. */
export type Naming = (ref: RecordRef, place: string) => { id: string } | { problem: string } | null

export interface RowAsked {
  kind: RecordKind
  /** as it stands; null: a new record */
  now: Snapshot | null
  blank: Snapshot
  actor: Actor
  naming: Naming
  /** the file's heading of a field */
  heading: (field: string) => string | null
  /** whether, and why not, an initiative that is here already may be approved by the file; new ones come as they are */
  gate: StageCheck | null
}

/** The record as the row wants it, with every reason why it cannot be. */
export function wantedRecord(row: BroughtRecord, asked: RowAsked): { wanted: Snapshot; problems: RowProblem[] } {
  const { kind, now, blank, heading } = asked
  const wanted: Snapshot = { ...(now ?? blank) }
  const problems: RowProblem[] = []
  if (row.name !== null && row.name.trim() !== "") wanted.name = row.name.trim()
  else if (now === null) problems.push({ column: heading("name"), problem: "The name is empty." })
  for (const [field, value] of Object.entries(row.fields)) {
    const problem = isLinkField(kind, field) ? null : setCell(wanted, field, value, row.place, asked)
    if (problem !== null) problems.push({ column: heading(field), problem })
  }
  if (problems.length > 0 || (now !== null && differing(now, wanted).length === 0)) return { wanted, problems }
  return { wanted, problems: ruleProblems(wanted, asked) }
}

function setCell(wanted: Snapshot, field: string, value: FieldValue, place: string, { kind, blank, naming }: RowAsked): string | null {
  if (typeof value === "object" && value !== null) {
    const answer = naming(value, place)
    if (answer === null) return null
    if ("problem" in answer) return answer.problem
    wanted[targetOf(kind, field)] = answer.id
    return null
  }
  const problem = valueProblem(kind, field, value)
  if (problem === null) setField(kind, wanted, field, value, blank)
  return problem
}

function ruleProblems(wanted: Snapshot, { kind, now, blank, actor, heading, gate }: RowAsked): RowProblem[] {
  try {
    checkRecord(kind, wanted)
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return [{ column: error.field ? heading(error.field) : null, problem: error.message }]
  }
  if (kind === "person") {
    const parts = touchedParts(now ?? blank, wanted)
    if (!can(actor, "administer") && (now === null ? !can(actor, "edit engagement") : parts.record)) return [{ column: null, problem: "Only an administrator may change people with a file. New ones may come, and so may where they stand and how to reach them." }]
    if (parts.standing && !can(actor, "see standing")) return [{ column: null, problem: "Only relationship managers and planners may say where people stand. Leave out Influence, Affected, Where they are and Where we want them." }]
  }
  if (kind === "person" && now !== null && (now.groupHeadcount === null) !== (wanted.groupHeadcount === null))
    return [{ column: heading("groupHeadcount"), problem: "A person stays a person and a group a group." }]
  if (kind !== "initiative") return []
  const [from, to] = [(now?.status ?? "proposed") as Stage, wanted.status as Stage]
  if (isApproval(from, to) && !can(actor, "approve initiative")) return [{ column: heading("status"), problem: "Only a planner may approve an initiative." }]
  const { reasons } = mayBecome({ name: String(wanted.name), status: from, archived: false }, to, gate && isApproval(from, to) ? [gate] : [])
  return reasons.map((problem) => ({ column: heading("status"), problem }))
}

/** Columns that name links, or what these carry, are rows of their own. */
function isLinkField(kind: RecordKind, field: string): boolean {
  const known = fileFields[kind].find((one) => one.name === field)
  return known?.type === "records" || field === "strength" || field === "code" || field === "foreignId" || field === "name"
}
