// How a row of an import reads in the preview: changed fields in words, and the cells as the file had them.
import { same, type FieldValue, type Snapshot } from "~/core/change"
import { fullMoney, isMoney } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import { fieldLabel, valueInWords } from "~/features/elements/history-words"
import { healthWords } from "~/features/initiatives/status-report"
import { overallHealth, type ReportedHealth } from "~/features/initiatives/delivery-health"
import { stakeRelation, type Brought, type FieldValue as Cell, type TableKind } from "./brought"
import { fileFields } from "./file-fields"
import type { ChangedField } from "./import-view"
import { targetOf } from "./record-shape"

/** A field that somebody changed after the file was saved, or since the preview was made. */
export interface Clash {
  field: string
  mine: FieldValue
  theirs: FieldValue
  by: string
  at: string
  take: "mine" | "theirs"
}

const idFields = ["parentId", "owner", "sponsorId", "unitId", "goalId"] as const
/** Ends of links and what is told by another field. */
const untold = new Set(["fromId", "relation", "toId", "scheduleHealth", "costHealth", "scopeHealth", "reportedOn", "nextReportOn", "health"])
const labels: Record<string, string> = { said: "Said on", standing: "May it be used", owner: "Owner", parentId: "Part of", sponsorId: "Sponsor", unitId: "Unit", goalId: "Goal" }

/** The records that a row's snapshot names. */
export function idsIn(snapshot: Snapshot | null): string[] {
  if (snapshot === null) return []
  return [...idFields, "fromId", "toId"].map((field) => snapshot[field]).filter((value): value is string => typeof value === "string")
}

/** What a row would change: every field that differs, and those where somebody else's change stands against the file. */
export function changedFields(row: {
  kind: string
  before: Snapshot | null
  after: Snapshot | null
  clashes: readonly Clash[]
  names: Readonly<Record<string, ElementRef>>
  currency: string
}): ChangedField[] {
  if (row.after === null) return []
  const [before, after] = [row.before === null ? null : withHealth(row.before), withHealth(row.after)]
  const fields = new Set([...Object.keys(after), ...row.clashes.map(({ field }) => field)])
  return inOrder(row.kind, [...fields]).flatMap((field): ChangedField[] => {
    const clash = row.clashes.find((one) => one.field === field)
    const [was, is] = [before?.[field] ?? null, clash ? clash.mine : (after[field] ?? null)]
    const empty = before === null && (is === null || is === "" || is === false)
    if ((untold.has(field) && field !== "health") || empty || (same(was, is) && !clash)) return []
    const words = (value: FieldValue) => inWords(field, value, row)
    return [{
      field, label: labelOf(row.kind, field), before: before === null ? "" : words(clash ? clash.theirs : was), after: words(is),
      clash: clash ? { by: clash.by, at: clash.at, take: clash.take } : null,
    }]
  })
}

/** As the kind's own file has its columns; what it has no column for comes last. */
function inOrder(kind: string, fields: readonly string[]): string[] {
  const table = (kind in fileFields ? kind : "link") as TableKind
  const columns = fileFields[table].map(({ name }) => targetOf(table, name))
  const at = (field: string) => (columns.includes(field) ? columns.indexOf(field) : columns.length)
  return [...fields].sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1))
}

/** The cells of a row as the reader understood them; records are given by the text that names them. */
export function rawOf(brought: Brought): { [field: string]: FieldValue } {
  if (brought.part === "record") return { name: brought.name, ...cellsOf(brought.fields) }
  if (brought.part === "link") return { from: brought.from.text, relation: brought.relation, to: brought.to.text, ...cellsOf(brought.fields) }
  if (brought.part === "offer") return { from: brought.from.text, relation: brought.relation, to: brought.to.text }
  if (brought.part === "stake") return { from: brought.party.text, relation: stakeRelation, to: brought.subject.text }
  if (brought.part === "parent") return { child: brought.child.text, parent: brought.parent.text }
  return { name: brought.name }
}

function cellsOf(fields: Readonly<Record<string, Cell>>): { [field: string]: FieldValue } {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, typeof value === "object" && value !== null ? value.text : value]))
}

/** A report's three parts read as the one word that files have for them. */
function withHealth(snapshot: Snapshot): Snapshot {
  if (!("scheduleHealth" in snapshot)) return snapshot
  const part = (field: string) => snapshot[field] as ReportedHealth
  const overall = overallHealth({ schedule: part("scheduleHealth"), cost: part("costHealth"), scope: part("scopeHealth") }, "")
  return { ...snapshot, health: overall === "not reported" ? null : overall }
}

function labelOf(kind: string, field: string): string {
  if (field in labels) return labels[field] ?? field
  const known = fileFields[kind as TableKind] as (typeof fileFields)[TableKind] | undefined
  return known?.find((one) => one.name === field)?.label ?? fieldLabel(field)
}

function inWords(field: string, value: FieldValue, row: { names: Readonly<Record<string, ElementRef>>; currency: string }): string {
  if (typeof value === "string" && (field.startsWith("budget-") || field === "yearlyCost") && isMoney(value)) return fullMoney(value, row.currency)
  if (field === "health") return value === null ? healthWords["not reported"] : healthWords[value as ReportedHealth]
  return valueInWords(field, value, row.names)
}
