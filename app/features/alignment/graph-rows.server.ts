// From the rows of the database to the alignment graph: what each node needs, and only links whose both ends are there.
import { addMoney } from "~/core/money"
import { overallHealth } from "~/features/initiatives/delivery-health"
import type { Graph, GraphLink, GraphNode, NodeKind, Relation } from "~/features/alignment/graph"
import { codeOf } from "~/features/elements/element"
import type { BudgetRow, LinkRow, NodeRow } from "~/features/alignment/alignment.queries.server"

/** Gives the graph of the rows: seats and costs summed per application, the units each node is tied to, budgets by year. */
export function assembleGraph(
  nodeRows: readonly NodeRow[],
  linkRows: readonly LinkRow[],
  budgetRows: readonly BudgetRow[],
  measureCounts: ReadonlyMap<string, number>,
): Graph {
  const nodes = nodeRows.map((row) => nodeOf(row, measureCounts.get(row.id) ?? 0))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const { initiativeId, financialYear, amount } of budgetRows) {
    const node = byId.get(initiativeId)
    if (node !== undefined) (node.budgets ??= {})[financialYear] = amount
  }
  const links: GraphLink[] = []
  for (const row of linkRows) {
    const from = byId.get(row.fromId)
    const to = byId.get(row.toId)
    if (from === undefined || to === undefined) continue
    links.push(linkOf(row, links.length))
    if (row.relation === "affects") tie(from, to.id)
    if (row.relation === "uses") {
      tie(to, from.id)
      if (row.seats !== null) to.seats = (to.seats ?? 0) + row.seats
      if (row.yearlyCost !== null) to.yearlyCost = to.yearlyCost ? addMoney([to.yearlyCost, row.yearlyCost]) : row.yearlyCost
    }
  }
  return { nodes, links }
}

function nodeOf(row: NodeRow, measureCount: number): GraphNode {
  const kind = row.kind as NodeKind
  const node: GraphNode = {
    id: row.id, kind, code: codeOf(kind, row.number), name: row.name, sortKey: row.sortKey,
    status: row.goalStatus ?? row.stage ?? row.lifecycle,
    parentId: row.parentId, ownerId: row.ownerId, ownerName: row.ownerName,
    unitIds: kind === "unit" ? [row.id] : [],
  }
  if (row.ownerUnitId !== null) tie(node, row.ownerUnitId)
  if (kind === "goal") {
    node.weight = row.weight ?? 10
    node.measureCount = measureCount
  }
  if (row.stage !== null) {
    const report = { schedule: row.scheduleHealth ?? "not reported", cost: row.costHealth ?? "not reported", scope: row.scopeHealth ?? "not reported" } as const
    node.health = overallHealth(report, row.stage)
    // A share like a goal's: the record keeps whole percent.
    node.progress = row.progress === null ? null : row.progress / 100
    node.startsOn = row.startsOn
    node.endsOn = row.endsOn
  }
  return node
}

function linkOf(row: LinkRow, createdOrder: number): GraphLink {
  const link: GraphLink = { id: row.id, from: row.fromId, to: row.toId, relation: row.relation as Relation, createdOrder }
  if (row.strength !== null) {
    link.strength = row.strength
    link.isPrimary = row.isPrimary
  }
  if (row.note !== "") link.reason = row.note
  return link
}

function tie(node: GraphNode, unitId: string): void {
  if (!node.unitIds.includes(unitId)) node.unitIds.push(unitId)
}
