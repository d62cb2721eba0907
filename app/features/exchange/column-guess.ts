// What the columns of a table mean: guessed from headings and cells, known from last time, or chosen; and what a table is.
import { fold } from "~/core/fold"
import { chainKinds, type ChainKind } from "~/features/elements/element"
import { relations, relationWords } from "~/features/elements/link"
import { tableKinds, type FileColumn, type KnownColumns, type TableKind } from "./brought"
import type { ColumnFacts } from "./column-facts"
import { fileFields, tableNames, type FileField } from "./file-fields"

export interface MappedColumn {
  facts: ColumnFacts
  /** null when the column is not used */
  field: FileField | null
  how: FileColumn["how"]
}

/** The heading as it is compared: folded, words parted by spaces, without a unit in brackets. */
export function headingKey(heading: string): string {
  return fold(heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).replace(/[_\s]+/g, " ").replace(/\s*[([][^)\]]*[)\]]\s*$|[\s:*]+$/g, "").trim()
}

const budgetHeadings = [
  /^(?:(?:approved |annual |yearly |planned )?budget|plan|spend|cost|planned cost)s?\s+(?:fy|in|for)?\s*(\d{4}|\d{2})(?:\s*[/–-]\s*(\d{4}|\d{2}))?$/,
  /^(?:fy\s*)?(\d{4}|\d{2})(?:\s*[/–-]\s*(\d{4}|\d{2}))?\s+(?:budget|plan|planned cost)$/,
]

/** The field of a heading such as "Budget 2026", "Budget 26/27" or "2026 budget"; null for any other. */
export function budgetFieldOf(heading: string): string | null {
  const key = headingKey(heading)
  const match = budgetHeadings.map((pattern) => pattern.exec(key)).find((one) => one !== null)
  if (!match) return null
  const [from, to] = [match[1] ?? "", match[2]]
  if (from.length === 2 && to === undefined && !/fy/.test(key)) return null
  const year = from.length === 2 ? `20${from}` : from
  if (to !== undefined && Number(to.slice(-2)) !== (Number(year) + 1) % 100) return null
  return Number(year) >= 1990 && Number(year) <= 2200 ? `budget-${year}` : null
}

/** The field of a kind by its name, budgets of a year among them; null when there is none. */
export function fieldNamed(kind: TableKind, name: string): FileField | null {
  if (kind === "initiative" && /^budget-\d{4}$/.test(name)) return { name, label: `Budget ${name.slice(7)}`, type: "money", aliases: [] }
  return fileFields[kind].find((field) => field.name === name) ?? null
}

/** Gives what every column is for. A field is guessed once; only a heading that stands twice fills one field with both. */
export function mapColumns(kind: TableKind, columns: readonly ColumnFacts[], chosen: Readonly<Record<string, string>>, known: KnownColumns): MappedColumn[] {
  const fields = new Map<number, FileField | null>()
  const how = new Map<number, FileColumn["how"]>()
  const set = (column: ColumnFacts, name: string, why: FileColumn["how"]) => {
    fields.set(column.index, fieldNamed(kind, name))
    how.set(column.index, name === "" ? "not used" : why)
  }
  for (const column of columns) if (chosen[column.key] !== undefined) set(column, chosen[column.key] ?? "", "chosen")
  const taken = () => new Set([...fields.values()].map((field) => field?.name))
  for (const column of columns) {
    const name = known[`${kind} ${fold(column.heading)}`]
    if (name !== undefined && !fields.has(column.index) && (name === "" || !taken().has(name))) set(column, name, "known from last time")
  }
  for (const { column, field } of guesses(kind, columns)) {
    if (fields.has(column.index) || taken().has(field.name)) continue
    fields.set(column.index, field)
    how.set(column.index, "guessed")
  }
  for (const column of columns) {
    const first = columns.find((one) => headingKey(one.heading) === headingKey(column.heading) && fields.get(one.index))
    if (first && !fields.has(column.index) && first.heading === column.heading) {
      fields.set(column.index, fields.get(first.index) ?? null)
      how.set(column.index, "guessed")
    }
  }
  return columns.map((facts) => ({ facts, field: fields.get(facts.index) ?? null, how: how.get(facts.index) ?? "not used" }))
}

interface Guess {
  column: ColumnFacts
  field: FileField
  /** 0 is the field's own heading; higher is further off */
  rank: number
}

function guesses(kind: TableKind, columns: readonly ColumnFacts[]): Guess[] {
  const found = columns.flatMap((column) => {
    const budget = kind === "initiative" ? budgetFieldOf(column.heading) : null
    const field = budget && fieldNamed(kind, budget)
    if (field) return [{ column, field, rank: 0 }]
    return fileFields[kind].flatMap((one) => {
      const rank = rankOf(kind, one, column)
      return rank === null ? [] : [{ column, field: one, rank }]
    })
  })
  return found.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index)
}

function rankOf(kind: TableKind, field: FileField, column: ColumnFacts): number | null {
  const key = headingKey(column.heading)
  if (key === "") return null
  const names = [field.label, field.name, ...field.aliases]
  const rank = names.findIndex((name) => headingKey(name) === key)
  // an "Id" or "Ref" finds our records only where it holds our short ids; else it is the file's own
  const ours = column.onlyCodes && column.codeKinds.size === 1 && column.codeKinds.has(kind as ChainKind)
  if (field.name === "code") {
    const asForeign = fileFields[kind].find((one) => one.name === "foreignId")
    const likely = rank >= 0 || (asForeign && rankOfName(asForeign, key) !== null)
    return likely && (ours || (rank >= 0 && column.filled === 0)) ? 0 : null
  }
  return rank < 0 ? null : rank
}

function rankOfName(field: FileField, key: string): number | null {
  const rank = field.aliases.findIndex((name) => headingKey(name) === key)
  return rank < 0 ? null : rank
}

/** Fields that nearly every kind has say little about which one it is. */
const plainFields = new Set(["code", "foreignId", "summary", "owner"])
const plainNames = new Set(["name", "title"])
const needed: Partial<Record<TableKind, readonly string[]>> = {
  link: ["from", "to"], usage: ["unit", "used"], node: ["foreignId", "label"], edge: ["from", "to", "type"], measure: ["goal", "name"], standard: ["name", "ownWords", "approvalExpiresOn"],
}

/** What a table most likely is: by its name, else by its headings; null when nothing speaks for any kind. */
export function kindOfTable(names: readonly string[], columns: readonly ColumnFacts[]): TableKind | null {
  for (const name of names) {
    const exact = tableKinds.find((kind) => [tableNames[kind], kind].some((one) => fold(one) === fold(name)))
    if (exact) return exact
  }
  const scores = tableKinds.map((kind) => ({ kind, score: scoreOf(kind, names, columns) }))
  const best = scores.reduce((first, next) => (next.score > first.score ? next : first))
  return best.score > 0 ? best.kind : null
}

function scoreOf(kind: TableKind, names: readonly string[], columns: readonly ColumnFacts[]): number {
  const used = mapColumns(kind, columns, {}, {}).filter((column) => column.field !== null)
  const fields = new Set(used.map((column) => column.field?.name ?? ""))
  if (needed[kind]?.some((name) => !fields.has(name))) return 0
  const named = used.find((column) => column.field?.name === "name")
  let score = [...fields].reduce((sum, name) => sum + (plainFields.has(name) ? 0.5 : 1), 0)
  if (named && !plainNames.has(headingKey(named.facts.heading))) score += 3
  if (!named && chainKinds.some((one) => one === kind)) score -= 3
  if (names.some((name) => fold(name).split(/[^\p{L}]+/u).some((word) => word === kind || word === fold(tableNames[kind])))) score += 4
  if (columns.some((column) => column.onlyCodes && column.codeKinds.size === 1 && column.codeKinds.has(kind as ChainKind) && /^(id|ref|code|key)$/.test(headingKey(column.heading)))) score += 4
  if (kind === "usage" && (fields.has("seats") || fields.has("yearlyCost"))) score += 3
  if (kind === "node" && fields.has("properties")) score += 5
  if (kind === "link" || kind === "edge") score += saysOurRelations(used) === (kind === "link") ? 3 : 0
  return score
}

const relationSaid = new Set(relations.flatMap((one) => [one, one.replaceAll(" ", "_"), relationWords[one].forth]))

function saysOurRelations(used: readonly MappedColumn[]): boolean {
  const column = used.find(({ field }) => field?.name === "relation" || field?.name === "type")?.facts
  if (!column) return false
  if (column.words.size === 0) return headingKey(column.heading) === "relation"
  return [...column.words.keys()].every((word) => relationSaid.has(word))
}
