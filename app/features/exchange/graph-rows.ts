// The two files of a graph, nodes and edges, as rows for the comparison: each kept whole, and what we have a word for as ours.
import { chainKinds, type ChainKind } from "~/features/elements/element"
import type { Brought, BroughtElement, BroughtRelationship, FieldValue, FileChoices, FileLook, KeptProperty, KnownNodes, RecordRef, RowProblem } from "./brought"
import type { ReadColumn } from "./cell-fields"
import { chosenEdge, guessEdge, guessLabel, type EdgeMeaning } from "./graph-words"
import { cellText, isBlank, type SheetRow } from "./sheet"
import { endKinds } from "./table-rows"

export interface GraphColumns {
  kind: "node" | "edge"
  columns: readonly ReadColumn[]
  headings: readonly string[]
  place: (line: number) => string
}

/** The nodes that edges may join: those of the file, and those that an earlier file brought. */
interface Nodes {
  /** the file or an earlier one has some */
  some: boolean
  label: (id: string) => string | undefined
  /** null: no such node is known */
  kind: (id: string) => ChainKind | "keep" | null
}

export interface GraphPlan {
  nodes: Nodes
  labels: FileLook["labels"]
  relations: FileLook["relations"]
}

/** Collects what the nodes and edges of a file are, row by row; `before` are the nodes that an earlier file brought. */
export function graphCounter(choices: FileChoices, before: KnownNodes = []): { add: (row: SheetRow, table: GraphColumns) => void; plan: () => GraphPlan } {
  const labelOf = new Map<string, string>()
  const labels = new Map<string, number>()
  const ends: (readonly [string, string, string])[] = []
  return {
    add(row, table) {
      const text = textsOf(row, table)
      if (table.kind === "edge") ends.push([text("from"), text("type"), text("to")])
      else if (text("foreignId") !== "") {
        labelOf.set(text("foreignId"), text("label"))
        labels.set(text("label"), (labels.get(text("label")) ?? 0) + 1)
      }
    },
    plan() {
      const nodes = nodesOf(labelOf, new Map(before.map(([id, label, kind]) => [id, { label, kind }])), choices)
      const edges = new Map<string, number>()
      for (const [from, type, to] of ends) edges.set(edgeLabel(from, type, to, nodes), (edges.get(edgeLabel(from, type, to, nodes)) ?? 0) + 1)
      const first = new Map(ends.map((end) => [edgeLabel(...end, nodes), end]))
      return {
        nodes,
        labels: most(labels).map(([label, count]) => ({ label, count, kind: kindOf(label, choices) })),
        relations: most(edges).map(([label, count]) => {
          const [from, type, to] = first.get(label) ?? ["", "", ""]
          return { label, count, relation: meaningOf(from, type, to, nodes, choices).relation }
        }),
      }
    },
  }
}

function most(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

function nodesOf(labels: ReadonlyMap<string, string>, before: ReadonlyMap<string, { label: string; kind: ChainKind | "keep" }>, choices: FileChoices): Nodes {
  return {
    some: labels.size + before.size > 0,
    label: (id) => labels.get(id) ?? before.get(id)?.label,
    kind(id) {
      const label = labels.get(id)
      return label === undefined ? (before.get(id)?.kind ?? null) : kindOf(label, choices)
    },
  }
}

function kindOf(label: string, choices: FileChoices): ChainKind | "keep" {
  return choices.labels?.[label] ?? guessLabel(label)
}

/** "Investment pays_for Project"; only "pays_for" where the nodes are not known. */
function edgeLabel(from: string, type: string, to: string, nodes: Nodes): string {
  const [a, b] = [nodes.label(from), nodes.label(to)]
  return a !== undefined && b !== undefined ? `${a} ${type} ${b}` : type
}

function meaningOf(from: string, type: string, to: string, nodes: Nodes, choices: FileChoices): EdgeMeaning {
  const [a, b] = [nodes.kind(from), nodes.kind(to)]
  const [kindA, kindB] = a !== null && b !== null ? [a, b] : [null, null]
  const chosen = choices.relations?.[edgeLabel(from, type, to, nodes)]
  return chosen === undefined ? guessEdge(type, kindA, kindB) : chosenEdge(chosen, type, kindA, kindB)
}

function textsOf(row: SheetRow, table: GraphColumns): (field: string) => string {
  return (field) => cellText(row.cells[table.columns.find((column) => column.field.name === field)?.facts.index ?? -1]).trim()
}

/** Gives what a node brings: the element, kept whole, and the record where its label has a kind. */
export function* nodeRow(row: SheetRow, table: GraphColumns, choices: FileChoices): Generator<Brought> {
  if (row.cells.every(isBlank)) return
  const text = textsOf(row, table)
  const at = { place: table.place(row.line), line: row.line }
  const [foreignId, label] = [text("foreignId"), text("label")]
  const kind = kindOf(label, choices)
  const told = propertiesOf(text("properties"))
  const extra = row.cells.flatMap((cell, index): KeptProperty[] => (table.columns.some((column) => column.facts.index === index) || isBlank(cell) ? [] : [{ key: table.headings[index] ?? "", value: cellText(cell) }]))
  const properties = [...(told ?? []), ...extra]
  const problems: RowProblem[] = []
  if (foreignId === "") problems.push({ column: headingOf(table, "foreignId"), problem: "The node has no id." })
  if (told === null) problems.push({ column: headingOf(table, "properties"), problem: "The properties are not whole JSON. Was the file cut off?" })
  const said = text("name") || propertyOf(properties, /^(name|title)$/i)
  const name = said === "" ? nameless(label, foreignId, properties) : said.replace(/\s+/g, " ")
  const documentation = propertyOf(properties, /^(description|summary|documentation)$/i)
  if (kind !== "keep") {
    const fields: Record<string, FieldValue> = documentation === "" ? {} : { summary: documentation }
    yield { part: "record", ...at, problems, kind, code: null, foreignId: foreignId || null, type: label, name, fields, properties }
  }
  const element: BroughtElement = { part: "element", ...at, problems: kind === "keep" ? problems : [], foreignId, type: label, name: said, documentation: "", properties, known: kind !== "keep" }
  if (foreignId !== "") yield element
}

function nameless(label: string, foreignId: string, properties: readonly KeptProperty[]): string {
  const id = propertyOf(properties, /^(identifier|id|code|number)$/i) || foreignId
  return `${label.replaceAll("_", " ")} ${id}`.trim()
}

/** The properties of a node as text; null when they are no JSON object. */
function propertiesOf(json: string): KeptProperty[] | null {
  if (json === "") return []
  try {
    const parsed: unknown = JSON.parse(json)
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null
    return Object.entries(parsed).map(([key, value]) => ({ key, value: typeof value === "string" ? value : JSON.stringify(value) }))
  } catch {
    return null
  }
}

function propertyOf(properties: readonly KeptProperty[], key: RegExp): string {
  return properties.find((one) => key.test(one.key) && one.value.trim() !== "" && one.value !== "null")?.value.trim() ?? ""
}

/** Gives what edges bring, one after the other: the relationship, kept, and the link or part-of that it means. */
export function edgeRows(table: GraphColumns, plan: GraphPlan, choices: FileChoices): (row: SheetRow) => Generator<Brought> {
  const seen = new Map<string, number>()
  return function* (row) {
    if (row.cells.every(isBlank)) return
    const text = textsOf(row, table)
    const at = { place: table.place(row.line), line: row.line }
    const [from, type, to] = [text("from"), text("type"), text("to")]
    const missing = (["from", "type", "to"] as const).filter((field) => text(field) === "")
    const problems = missing.map((field): RowProblem => ({ column: headingOf(table, field), problem: "The edge has no value here." }))
    const id = `${from}-${type}-${to}`
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    const foreignId = times === 1 ? id : `${id}-${times}`
    const meaning: EdgeMeaning = problems.length > 0 ? { relation: "keep", reversed: false } : meaningOf(from, type, to, plan.nodes, choices)
    const [a, b] = meaning.reversed ? [to, from] : [from, to]
    const ref = (id: string, kinds: readonly ChainKind[]): RecordRef => ({ kinds: kindsFor(id, kinds, plan.nodes), text: id, by: "foreign" })
    if (meaning.relation === "part of") {
      const kind = treeKindOf(a, plan.nodes)
      yield { part: "parent", ...at, problems: [], kind, child: ref(a, [kind]), parent: ref(b, [kind]), foreignId }
    } else if (meaning.relation !== "keep") {
      const kinds = endKinds(meaning.relation)
      yield { part: "link", ...at, problems: [], relation: meaning.relation, from: ref(a, kinds.from), to: ref(b, kinds.to), fields: {}, foreignId }
    }
    const kept: BroughtRelationship = {
      part: "relationship", ...at, problems, foreignId, type, fromId: from, toId: to, name: "", documentation: "", attributes: {}, properties: [],
      standing: problems.length > 0 ? "refused" : meaning.relation === "keep" ? "kept" : "converted",
    }
    yield kept
  }
}

/** The kind of a node where it is known; else every kind that the relation may join. */
function kindsFor(id: string, kinds: readonly ChainKind[], nodes: Nodes): readonly ChainKind[] {
  const kind = nodes.kind(id) ?? "keep"
  return kind === "keep" ? (nodes.some ? chainKinds : kinds) : [kind]
}

function treeKindOf(id: string, nodes: Nodes): "goal" | "unit" | "capability" {
  const kind = nodes.kind(id)
  return kind === "goal" || kind === "unit" ? kind : "capability"
}

function headingOf(table: GraphColumns, field: string): string | null {
  return table.columns.find((column) => column.field.name === field)?.facts.heading ?? null
}
