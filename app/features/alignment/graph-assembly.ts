/** Owns the making of the alignment graph from plain rows: what each node needs, and only links whose both ends are there. */
import { addMoney } from "~/core/money"
import type { Graph, GraphLink, GraphNode, NodeKind, Relation, Strength } from "~/features/alignment/graph"
import { codeOf, type ChainKind } from "~/features/elements/element"
import type { HealthChoice } from "~/features/goals/goal-progress"
import { overallHealth, type ReportedHealth } from "~/features/initiatives/delivery-health"

interface RecordRow {
  id: string
  kind: ChainKind
  number: number
  name: string
  sort: string
  parent: string | null
  status: string | null
  owner: string | null
}

/** Null for what is no goal; a health is there only when somebody set one. */
interface GoalRow {
  weight: number | null
  set: HealthChoice["state"] | null
  reason: string | null
}

/** Null for what is no initiative. Progress in whole percent, as reported; budgets as year and amount: "2026 1200.00,2027 800.00". */
interface WorkRow {
  schedule: ReportedHealth | null
  cost: ReportedHealth | null
  scope: ReportedHealth | null
  starts: string | null
  ends: string | null
  progress: number | null
  budgets: string | null
}

/** Rows of records that are not archived, in the order of names; the links come oldest first. */
export interface GraphRows {
  records: readonly (RecordRow & GoalRow & WorkRow)[]
  links: readonly {
    id: string; from: string; to: string; relation: string; strength: Strength | null; main: boolean; path: string | null
    seats: number | null; cost: string | null; reason: string | null
  }[]
  owners: readonly { id: string; number: number; name: string; unit: string | null }[]
}

/** Gives the graph of the rows: seats and costs summed per application, the units each node is tied to, budgets by year, measures counted. */
export function assembleGraph(rows: GraphRows, measures: readonly { goalId: string }[]): Graph {
  const owners = new Map(rows.owners.map((owner) => [owner.id, owner]))
  const nodes = rows.records.map((row) => nodeOf(row, row.owner === null ? undefined : owners.get(row.owner)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const { goalId } of measures) {
    const node = byId.get(goalId)
    if (node !== undefined) node.measureCount = (node.measureCount ?? 0) + 1
  }
  return { nodes, links: joinLinks(rows.links, byId) }
}

function joinLinks(rows: GraphRows["links"], byId: ReadonlyMap<string, GraphNode>): GraphLink[] {
  const links: GraphLink[] = []
  const costs = new Map<GraphNode, string[]>()
  for (const row of rows) {
    const from = byId.get(row.from)
    const to = byId.get(row.to)
    if (from === undefined || to === undefined) continue
    links.push(linkOf(row, from.id, to.id, links.length))
    if (row.relation === "affects") tie(from, to.id)
    if (row.relation !== "uses") continue
    tie(to, from.id)
    if (row.seats !== null) to.seats = (to.seats ?? 0) + row.seats
    if (row.cost === null) continue
    const known = costs.get(to)
    if (known) known.push(row.cost)
    else costs.set(to, [row.cost])
  }
  for (const [node, amounts] of costs) node.yearlyCost = amounts.length === 1 ? amounts[0] : addMoney(amounts)
  return links
}

/** Made in one piece: thousands that grow field by field take longer to make and to write. */
function linkOf(row: GraphRows["links"][number], from: string, to: string, createdOrder: number): GraphLink {
  const { id, strength, reason } = row
  const relation = row.relation as Relation
  const isPrimary = row.main
  const link: GraphLink = strength === null
    ? reason === null ? { id, from, to, relation, createdOrder } : { id, from, to, relation, createdOrder, reason }
    : reason === null ? { id, from, to, relation, createdOrder, strength, isPrimary } : { id, from, to, relation, createdOrder, strength, isPrimary, reason }
  if (row.path !== null) link.indirect = true
  return link
}

function nodeOf(row: GraphRows["records"][number], owner: GraphRows["owners"][number] | undefined): GraphNode {
  const kind = row.kind as NodeKind
  const unitIds = kind === "unit" ? [row.id] : []
  if (owner?.unit) unitIds.push(owner.unit)
  const node: GraphNode = {
    id: row.id, kind, code: codeOf(kind, row.number), name: row.name, sortKey: row.sort, status: row.status,
    parentId: row.parent, ownerId: owner?.id ?? null, ownerName: owner?.name ?? null, unitIds,
  }
  if (kind === "initiative") reportWork(node, row)
  if (row.weight !== null) {
    node.weight = row.weight
    node.measureCount = 0
  }
  return node
}

function reportWork(node: GraphNode, row: WorkRow): void {
  const { schedule, cost, scope } = row
  node.health = overallHealth(schedule && cost && scope ? { schedule, cost, scope } : null, node.status ?? "")
  // A share, as a goal's progress is.
  node.progress = row.progress === null ? null : row.progress / 100
  node.startsOn = row.starts
  node.endsOn = row.ends
  if (row.budgets !== null) node.budgets = Object.fromEntries(row.budgets.split(",").map((budget) => budget.split(" ")))
}

function tie(node: GraphNode, unitId: string): void {
  if (!node.unitIds.includes(unitId)) node.unitIds.push(unitId)
}
