// The records that files bring, as their history keeps them: what a new one is, what a cell sets, and which values stand.
import { isCalendarDate } from "~/core/calendar"
import type { FieldValue as Kept, Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import { fromCents, isMoney, toCents } from "~/core/money"
import { applicationSnapshot, newApplicationFields } from "~/features/applications/application"
import { parseCode, type ChainKind } from "~/features/elements/element"
import { isAnswerable } from "~/features/elements/responsibility"
import { checkGoal, goalSnapshot, newGoalFields, type GoalFields } from "~/features/goals/goal"
import { checkMeasure, measureSnapshot, plain, type MeasureFields } from "~/features/goals/measure"
import { overallHealth, type ReportedHealth } from "~/features/initiatives/delivery-health"
import { budgetYear, checkInitiative, initiativeFrom, initiativeSnapshot, newInitiative } from "~/features/initiatives/initiative"
import { reportSnapshot, type StatusReport } from "~/features/initiatives/status-report"
import { checkPerson, newPersonFields, personSnapshot, type PersonFields } from "~/features/people/person"
import { profileSnapshot, usualProfile } from "~/features/stakeholders/profile"
import { checkStanding, standingSnapshot, unknownStanding } from "~/features/stakeholders/standing"
import { checkUnit, unitOf, unitSnapshot, unknownHeadcount } from "~/features/units/unit"
import type { FileValue, RecordKind, TableKind } from "./brought"
import { fileDefaults, fileFields } from "./file-fields"
import { stakeholderChoices, withoutParty } from "./party-parts"

/** What an initiative's report says before anybody reported. */
export const noReport: StatusReport & { reportedOn: string | null } = {
  scheduleHealth: "not reported", costHealth: "not reported", scopeHealth: "not reported", progress: null, healthNote: "", reportedOn: null, nextReportOn: null,
}
const reportFields = Object.keys(noReport)
const refTargets: Readonly<Record<string, string>> = { parent: "parentId", sponsor: "sponsorId" }
const mostMoney = 99_999_999_999_999n

/** The field of the snapshot that a field of a file sets. */
export function targetOf(kind: TableKind, field: string): string {
  if (kind === "person" && field === "unit") return "unitId"
  if (kind === "measure" && field === "goal") return "goalId"
  return refTargets[field] ?? field
}

/** Gives a new record of a kind as it is where the file says nothing; `defaults` are those a person chose for the file. */
export function blankRecord(kind: RecordKind, defaults: Readonly<Record<string, string>> = {}): Snapshot {
  const owner: Snapshot = kind !== "measure" && kind !== "standard" && isAnswerable(kind) ? { owner: null } : {}
  return { ...blankOf(kind), ...owner, ...defaultsOf(kind, defaults) }
}

function blankOf(kind: RecordKind): Snapshot {
  const name = ""
  switch (kind) {
    case "goal": return goalSnapshot({ ...newGoalFields, name })
    case "initiative": return { ...initiativeSnapshot({ ...newInitiative, name }), ...reportSnapshot(noReport) }
    case "application": return applicationSnapshot({ ...newApplicationFields, name })
    case "unit": return unitSnapshot({ name, summary: "", parentId: null, headcount: unknownHeadcount })
    case "person": return { ...personSnapshot({ ...newPersonFields, name }), ...profileSnapshot(usualProfile), ...standingSnapshot(unknownStanding) }
    case "capability": return { name, summary: "", parentId: null }
    case "service": case "function": case "standard": return { name, summary: "" }
    case "measure": return {
      name, isYesNo: false, unit: "", direction: "up", baseline: null, target: null, startsOn: null, targetOn: null, weight: 1, readEveryDays: 30, source: "", goalId: null,
    }
  }
}

function defaultsOf(kind: RecordKind, chosen: Readonly<Record<string, string>>): Snapshot {
  const set: Snapshot = {}
  for (const [key, text] of Object.entries({ ...fileDefaults, ...chosen })) {
    const [of, field] = splitKey(key)
    const type = of === kind ? typeOf(kind, field) : null
    if (type !== null && type !== "person" && type !== "record") set[targetOf(kind, field)] = readDefault(kind, field, text)
  }
  return set
}

/** Refuses defaults that no record could have, with what they may be. */
export function checkDefaults(defaults: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(defaults)) {
    if (key === "contributes to.strength") {
      if (!["1", "3", "9"].includes(text)) throw new RuleError("A strength is 9 (strong), 3 (some) or 1 (slight).", { field: key })
      continue
    }
    if (key === "stakeholder.become") {
      if (!(text in stakeholderChoices)) throw new RuleError(`Stakeholders become: ${Object.keys(stakeholderChoices).join(", ")}.`, { field: key })
      continue
    }
    if (key === "unit.unknown") {
      if (!["make", "leave"].includes(text)) throw new RuleError("Units that nobody knows are made (make) or left out (leave).", { field: key })
      continue
    }
    const [kind, field] = splitKey(key)
    if (!(kind in fileFields) || !["goal", "measure", "initiative", "service", "application", "function", "capability", "unit", "person"].includes(kind))
      throw new RuleError(`“${key}” is no kind and field. Write it as “goal.status”.`, { field: key })
    const type = typeOf(kind as RecordKind, field)
    if (type === null || ["code", "foreign id", "record", "records", "person"].includes(type)) throw new RuleError(`“${key}” is no field that a file can have a default for.`, { field: key })
    const problem = valueProblem(kind as RecordKind, field, readDefault(kind as RecordKind, field, text))
    if (problem) throw new RuleError(`${key}: ${problem}`, { field: key })
  }
}

function splitKey(key: string): [string, string] {
  const dot = key.indexOf(".")
  return [key.slice(0, dot), key.slice(dot + 1)]
}

function readDefault(kind: RecordKind, field: string, text: string): FileValue {
  const type = typeOf(kind, field)
  if (type === "whole") return /^\d{1,15}$/.test(text.trim()) ? Number(text) : text
  if (type === "yes or no") return text === "true" || text.toLowerCase() === "yes"
  return text
}

function typeOf(kind: RecordKind, field: string) {
  if (kind === "initiative" && budgetYear(field) !== null) return "money"
  return fileFields[kind].find((one) => one.name === field)?.type ?? null
}

/** Says why a value cannot stand in a field; null where it can. */
export function valueProblem(kind: RecordKind | "link", field: string, value: FileValue): string | null {
  if (value === null) return null
  const type = kind === "link" ? (fileFields.link.find((one) => one.name === field)?.type ?? null) : typeOf(kind, field)
  const choices = fileFields[kind].find((one) => one.name === field)?.choices
  switch (type) {
    case "choice": return choices && String(value) in choices ? null : `“${String(value)}” is none of: ${Object.values(choices ?? {}).join(", ")}.`
    case "whole": return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2_147_483_647 ? null : `“${String(value)}” is no whole number from 0.`
    case "date": return typeof value === "string" && isCalendarDate(value) ? null : `“${String(value)}” is no date.`
    case "money": return typeof value === "string" && isMoney(value) && toCents(value) >= 0n && toCents(value) <= mostMoney ? null : `“${String(value)}” is no amount from 0 to 999,999,999,999.`
    case "decimal": return typeof value === "string" && /^-?\d{1,14}(\.\d+)?$/.test(value) ? null : `“${String(value)}” is no number.`
    case "yes or no": return typeof value === "boolean" ? null : `“${String(value)}” is neither yes nor no.`
    default: return typeof value === "string" ? null : "This is no text."
  }
}

/** Sets one field of a file in a record's snapshot; null clears it to what a new record has. */
export function setField(kind: RecordKind, record: Snapshot, field: string, value: FileValue, blank: Snapshot): void {
  if (field === "health") return setHealth(record, (value ?? "not reported") as ReportedHealth)
  if (kind === "initiative" && budgetYear(field) !== null) {
    if (value === null) Reflect.deleteProperty(record, field)
    else record[field] = fromCents(toCents(String(value)))
    return
  }
  const target = targetOf(kind, field)
  if (value === null) record[target] = blank[target] ?? null
  else record[target] = typeOf(kind, field) === "decimal" ? plain(String(value)) : value
}

/** The file has one word for three parts: parts that are worse follow it, and where none says so, time does. */
function setHealth(record: Snapshot, word: ReportedHealth): void {
  const parts = ["scheduleHealth", "costHealth", "scopeHealth"] as const
  const overall = overallHealth({ schedule: record.scheduleHealth as ReportedHealth, cost: record.costHealth as ReportedHealth, scope: record.scopeHealth as ReportedHealth }, "")
  if (overall === word) return
  const worse: readonly Kept[] = word === "on track" ? ["at risk", "off track"] : word === "at risk" ? ["off track"] : word === "off track" ? [] : ["on track", "at risk", "off track"]
  for (const part of parts) if (worse.includes(record[part] ?? null)) record[part] = word
  if (parts.every((part) => record[part] !== word)) record.scheduleHealth = word
}

/** Checks a record as a whole by its kind's own rules; refuses with the rule's sentence. */
export function checkRecord(kind: RecordKind, record: Snapshot): void {
  const name = String(record.name ?? "").trim()
  if (name === "") throw new RuleError("The name is empty.", { field: "name" })
  if (name.length > 200) throw new RuleError("A name has at most 200 characters. Put the rest into the summary.", { field: "name" })
  if (kind === "goal") checkGoal(record as unknown as GoalFields)
  else if (kind === "unit") checkUnit(unitOf(record))
  else if (kind === "person") checkParty(record)
  else if (kind === "initiative") {
    checkInitiative(initiativeFrom(record))
    const progress = record.progress
    if (typeof progress === "number" && progress > 100) throw new RuleError("The share of steps done is a whole number from 0 to 100.", { field: "progress" })
  } else if (kind === "measure") checkMeasureRow(record)
}

function checkParty(record: Snapshot): void {
  checkPerson(record as unknown as PersonFields)
  checkStanding({ ...unknownStanding, ...record })
  if (String(record.contactPreference ?? "").length > 500) throw new RuleError("How to reach them has at most 500 characters.", { field: "contactPreference" })
}

function checkMeasureRow(record: Snapshot): void {
  for (const [field, missing] of [["startsOn", "when it starts"], ["targetOn", "by when it shall be reached"]] as const)
    if (record[field] === null) throw new RuleError(`A measure needs to say ${missing}.`, { field })
  if (record.isYesNo !== true && record.target === null) throw new RuleError("A measure needs a target.", { field: "target" })
  const days = Number(record.readEveryDays)
  if (!(days >= 1 && days <= 3660)) throw new RuleError("It is read every 1 to 3660 days.", { field: "readEveryDays" })
  if (Number(record.weight) > 1_000_000) throw new RuleError("A weight is at most 1,000,000.", { field: "weight" })
  Object.assign(record, measureSnapshot(checkMeasure(record as unknown as MeasureFields)))
}

/** Splits what an initiative's row would write into its plan and, where the report differs, the report. */
export function reportChanged(before: Snapshot | null, after: Snapshot): boolean {
  const was = before ?? reportSnapshot(noReport)
  return reportFields.some((field) => (was[field] ?? null) !== (after[field] ?? null))
}

/** The snapshot as the history of the kind keeps it: without the owner, the goal, and what is said of a party, which have their own places. */
export function historySnapshot(kind: RecordKind, record: Snapshot, withReport = true): Snapshot {
  const { owner: _owner, goalId: _goal, ...kept } = kind === "person" ? withoutParty(record) : record
  if (kind !== "initiative" || withReport) return kept
  return Object.fromEntries(Object.entries(kept).filter(([field]) => !reportFields.includes(field)))
}

/** The element kinds whose records stand in a tree. */
export const treeKinds = ["goal", "unit", "capability"] as const
export type TreeKind = (typeof treeKinds)[number]

/** Whether a text reads as a short id of one of the kinds. */
export function codeAmong(text: string, kinds: readonly ChainKind[]): { kind: ChainKind; number: number } | null {
  const parsed = parseCode(text)
  const kind = kinds.find((one) => one === parsed?.kind)
  return parsed && kind ? { kind, number: parsed.number } : null
}
