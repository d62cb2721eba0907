// One sentence that says what an operation did, for the notice after it and for the history.
import { fullMoney } from "~/core/money"
import { elementKinds, kindWords, type ElementKind, type ElementRef } from "./element"
import { fieldLabel, valueInWords } from "./history-words"
import { relationWords, type Relation } from "./link"
import { responsibilityWords, type ResponsibilityRole } from "./responsibility"

export interface SaidEntry {
  recordId: string
  recordKind: string
  action: "created" | "changed" | "archived" | "restored" | "removed"
  fields: readonly { field: string; before: unknown; after: unknown }[]
  /** the elements whose history shows it */
  about?: readonly string[]
}

const actionWords: Record<SaidEntry["action"], string> = {
  created: "added", changed: "changed", archived: "archived", restored: "restored", removed: "removed",
}
const otherKinds: Record<string, string> = {
  link: "Link", measure: "Measure", reading: "Reading", responsibility: "Part", comment: "Comment", question: "Question",
  "accepted gap": "Accepted gap", company: "Company", "saved view": "View", account: "Account", stakeholder: "Way of speaking", standing: "Standing", erasure: "Erasure",
  relationship: "Relationship", "maturity view": "View of the relationship", "calendar feed": "Calendar address",
  "cost line": "Cost", "fit answer": "Answer about how it fits", "twin judgement": "Comparison", "merged application": "Merge",
  "decision option": "Option", "decision criterion": "Criterion", "decision scorer": "Scorer", "decision decider": "Decider", "decision tie": "Record", "decision scores": "Scoring", "realised saving": "Recorded saving", standard: "Standing", "tool request": "Request",
  feedback: "Point", meeting: "Meeting", attendance: "Presence", "minuted decision": "Decision", minutes: "Minutes",
}

/** "New web shop was changed: Budget, Ends." or, for many records, "12 initiatives were changed." */
export function operationSentence(entries: readonly SaidEntry[], names: Readonly<Record<string, ElementRef>>, total = entries.length): string {
  const first = entries[0]
  if (!first) return "Nothing had to change."
  const lead = entries.find((entry) => isElement(entry.recordKind)) ?? entries.find((entry) => entry.action === "created") ?? first
  const alike = new Set(entries.filter((entry) => entry.recordKind === lead.recordKind && entry.action === lead.action).map((entry) => entry.recordId)).size
  const count = alike === entries.length ? total : alike
  return count > 1 ? `${count} ${manyOf(lead.recordKind)} were ${actionWords[lead.action]}.` : `${whatHappened(lead, names)}.`
}

/** What an undo left as it is, by name as far as there are names: " Changed since, and left: Data lake and 2 more." Empty where nothing was left. */
export function leftSentence(left: readonly string[], names: Readonly<Record<string, ElementRef>>): string {
  if (left.length === 0) return ""
  const named = left.flatMap((id) => names[id]?.name ?? []).slice(0, 5)
  const rest = left.length - named.length
  if (named.length === 0) return ` ${rest === 1 ? "One was" : `${rest} were`} changed since and left.`
  return ` Changed since, and left: ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`
}

/** What one entry says, without a full stop. */
export function whatHappened(entry: SaidEntry, names: Readonly<Record<string, ElementRef>>): string {
  const value = (field: string) => {
    const found = entry.fields.find((one) => one.field === field)
    return found?.after ?? found?.before ?? null
  }
  const nameOf = (id: unknown) => (typeof id === "string" ? (names[id]?.name ?? "a record") : "a record")
  if (entry.recordKind === "link" && (entry.action === "created" || entry.action === "removed")) {
    const relation = relationWords[value("relation") as Relation]
    return `${nameOf(value("fromId"))} ${entry.action === "created" ? "now" : "no longer"} ${relation ? relation.forth : "is linked to"} ${nameOf(value("toId"))}`
  }
  if (entry.recordKind === "responsibility") {
    const part = responsibilityWords[value("role") as ResponsibilityRole] ?? "Part"
    return `${part} of ${nameOf(value("elementId"))}: ${nameOf(value("personId"))} ${entry.action === "created" ? "named" : "no longer"}`
  }
  const said = quoted(entry, value)
  if (said) return said
  const name = names[entry.recordId]?.name ?? value("name") ?? partOf(entry, names) ?? otherKinds[entry.recordKind] ?? entry.recordKind
  const fields = entry.action === "changed" ? entry.fields.map((one) => fieldLabel(one.field)).slice(0, 4).join(", ") : ""
  const subject = entry.recordKind === "account" ? `The account of ${String(name)}` : String(name)
  return `${subject} was ${actionWords[entry.action]}${fields ? `: ${fields}` : ""}`
}

/** What has no name of its own is named by the records it belongs to: "The link of New web shop and Cut order time". */
export function partOf(entry: SaidEntry, names: Readonly<Record<string, ElementRef>>): string | null {
  const whole = (entry.about ?? []).flatMap((id) => names[id]?.name ?? [])
  return whole.length === 0 ? null : `The ${(otherKinds[entry.recordKind] ?? entry.recordKind).toLowerCase()} of ${whole.join(" and ")}`
}

/** Records that are known by their words or their number rather than by a name. */
function quoted(entry: SaidEntry, value: (field: string) => unknown): string | null {
  const gone = entry.action === "removed"
  switch (entry.recordKind) {
    case "reading":
      return entry.action === "changed" ? null : `Reading ${String(value("value"))} of ${valueInWords("readOn", value("readOn"))} ${gone ? "taken away" : "recorded"}`
    case "comment":
      return gone ? "A comment was taken back" : `Comment: “${shortened(value("body"))}”`
    case "question":
      return entry.action === "created" ? `Asked: “${shortened(value("body"))}”` : null
    case "cost line":
      return entry.action === "changed" ? null : `${valueInWords("costKind", value("costKind"))} ${String(value("financialYear"))}: ${gone ? "taken away" : fullMoney(String(value("amount")), "").trim()}`
    case "accepted gap":
      return gone ? "The gap shows again" : `${valueInWords("gap", value("gap"))}: accepted until ${valueInWords("untilOn", value("untilOn"))}`
    default:
      return null
  }
}

function shortened(words: unknown): string {
  const text = String(words ?? "")
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

function isElement(kind: string): kind is ElementKind {
  return (elementKinds as readonly string[]).includes(kind)
}

function manyOf(kind: string): string {
  return isElement(kind) ? kindWords[kind].many.toLowerCase() : `${(otherKinds[kind] ?? kind).toLowerCase()}s`
}
