/** Owns the making of the alignment graph from plain rows: what each node needs, and only links whose both ends are there. */
import { addMoney } from "~/core/money"
import type { Graph, GraphLink, GraphNode, NodeKind, Relation, Strength } from "~/features/alignment/graph"
import { codeOf, type ChainKind } from "~/features/elements/element"
import type { HealthChoice } from "~/features/goals/goal-progress"
import { overallHealth, type HealthReport } from "~/features/initiatives/delivery-health"

/** Rows of records that are not archived, in the order of names; the links come oldest first. */
export interface GraphRows {
  records: readonly { id: string; kind: ChainKind; number: number; name: string; sort: string; parent: string | null; status: string | null; owner: string | null }[]
  goals: readonly { id: string; weight: number; set: HealthChoice["state"] | null; reason: string }[]
  /** Progress in whole percent, as reported. */
  work: readonly (HealthReport & { id: string; starts: string | null; ends: string | null; progress: number | null })[]
  budgets: readonly { id: string; year: number; amount: string }[]
  links: readonly { id: string; from: string; to: string; relation: string; strength: Strength | null; main: boolean; path: string | null }[]
  usage: readonly { id: string; seats: number | null; cost: string | null }[]
  reasons: readonly { id: string; note: string }[]
  owners: readonly { id: string; number: number; name: string; unit: string | null }[]
}

/** Gives the graph of the rows: seats and costs summed per application, the units each node is tied to, budgets by year, measures counted. */
export function assembleGraph(rows: GraphRows, measures: readonly { goalId: string }[]): Graph {
  const owners = new Map(rows.owners.map((owner) => [owner.id, owner]))
  const nodes = rows.records.map((row) => nodeOf(row, row.owner === null ? undefined : owners.get(row.owner)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const { id, weight } of rows.goals) {
    const node = byId.get(id)
    if (node === undefined) continue
    node.weight = weight
    node.measureCount = 0
  }
  for (const { goalId } of measures) {
    const node = byId.get(goalId)
    if (node !== undefined) node.measureCount = (node.measureCount ?? 0) + 1
  }
  for (const row of rows.work) {
    const node = byId.get(row.id)
    if (node !== undefined) reportWork(node, row)
  }
  for (const { id, year, amount } of rows.budgets) {
    const node = byId.get(id)
    if (node !== undefined) (node.budgets ??= {})[year] = amount
  }
  return { nodes, links: joinLinks(rows, byId) }
}

function joinLinks(rows: GraphRows, byId: ReadonlyMap<string, GraphNode>): GraphLink[] {
  const usage = new Map(rows.usage.map((row) => [row.id, row]))
  const reasons = new Map(rows.reasons.map((row) => [row.id, row.note]))
  const links: GraphLink[] = []
  for (const row of rows.links) {
    const from = byId.get(row.from)
    const to = byId.get(row.to)
    if (from === undefined || to === undefined) continue
    const link: GraphLink = { id: row.id, from: row.from, to: row.to, relation: row.relation as Relation, createdOrder: links.length }
    if (row.path !== null) link.indirect = true
    if (row.strength !== null) {
      link.strength = row.strength
      link.isPrimary = row.main
    }
    const reason = reasons.get(row.id)
    if (reason !== undefined) link.reason = reason
    links.push(link)
    if (row.relation === "affects") tie(from, to.id)
    const used = usage.get(row.id)
    if (used === undefined) continue
    tie(to, from.id)
    if (used.seats !== null) to.seats = (to.seats ?? 0) + used.seats
    if (used.cost !== null) to.yearlyCost = to.yearlyCost ? addMoney([to.yearlyCost, used.cost]) : used.cost
  }
  return links
}

function nodeOf(row: GraphRows["records"][number], owner: GraphRows["owners"][number] | undefined): GraphNode {
  const kind = row.kind as NodeKind
  const unitIds = kind === "unit" ? [row.id] : []
  if (owner?.unit) unitIds.push(owner.unit)
  return {
    id: row.id, kind, code: codeOf(kind, row.number), name: row.name, sortKey: row.sort, status: row.status,
    parentId: row.parent, ownerId: owner?.id ?? null, ownerName: owner?.name ?? null, unitIds,
  }
}

function reportWork(node: GraphNode, row: GraphRows["work"][number]): void {
  node.health = overallHealth(row, node.status ?? "")
  // A share, as a goal's progress is.
  node.progress = row.progress === null ? null : row.progress / 100
  node.startsOn = row.starts
  node.endsOn = row.ends
}

function tie(node: GraphNode, unitId: string): void {
  if (!node.unitIds.includes(unitId)) node.unitIds.push(unitId)
}
