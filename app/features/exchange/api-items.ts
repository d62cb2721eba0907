// What the API answers with: flat rows, short ids for records, money and decimals as text, shares from 0 to 1, dates as 2027-03-31.
import { addMoney } from "~/core/money"
import type { Graph } from "~/features/alignment/graph"
import type { GoalStanding } from "~/features/alignment/goal-standing"
import { overallHealth } from "~/features/initiatives/delivery-health"
import type { ToldPromise } from "~/features/commitments/commitment-list"
import type { RelationshipRow } from "~/features/relationships/relationship-list"
import { roleLevels, type RoleLevel } from "~/features/units/unit"
import { plainDecimal, type ApplicationRow, type CapabilityRow, type ElementRow, type GoalRow, type InitiativeRow, type LinkRow, type MeasureRow, type PersonRow, type UnitRow } from "./record-rows"

export const listNames = ["goals", "measures", "initiatives", "budgets", "services", "applications", "functions", "capabilities", "units", "people", "links", "commitments", "relationships"] as const
export type ListName = (typeof listNames)[number]

/** The list with this name, or null. */
export function listNamed(name: string | undefined): ListName | null {
  return listNames.find((one) => one === name) ?? null
}

function plain({ code, name, summary, updatedAt }: ElementRow) {
  return { id: code, name, summary, updatedAt: updatedAt.toISOString() }
}

function owned(row: ElementRow) {
  return { ...plain(row), owner: row.owner?.code ?? null, ownerName: row.owner?.name ?? null }
}

export function goalItem(row: GoalRow, standing: GoalStanding | null) {
  const { why, promiseLine, status, weight, perspective, dueOn } = row
  return { ...owned(row), partOf: row.parent?.code ?? null, why, promise: promiseLine, stage: status, weight, perspective, dueOn, progress: standing?.progress ?? null, health: standing?.shown ?? null }
}

export function measureItem(row: MeasureRow) {
  const { id, goal, name, isYesNo, unit, direction, baseline, target, startsOn, targetOn, weight, readEveryDays, source, latestValue, latestOn } = row
  const decimal = (value: string | null) => value && plainDecimal(value)
  return {
    id, goal: goal.code, goalName: goal.name, name, isYesNo, unit, direction, baseline: decimal(baseline), target: plainDecimal(target), startsOn, targetOn, weight,
    readEveryDays, source, latestValue: decimal(latestValue), latestOn,
  }
}

export function initiativeItem(row: InitiativeRow) {
  const { status, confidence, startsOn, endsOn, scheduleHealth, costHealth, scopeHealth, healthNote, reportedOn, nextReportOn } = row
  const amounts = Object.values(row.budgets)
  return {
    ...owned(row), sponsor: row.sponsor?.code ?? null, sponsorName: row.sponsor?.name ?? null, stage: status, confidence, startsOn, endsOn,
    health: overallHealth({ schedule: scheduleHealth, cost: costHealth, scope: scopeHealth }, status), scheduleHealth, costHealth, scopeHealth, healthNote,
    progress: row.progress === null ? null : row.progress / 100, reportedOn, nextReportOn, budget: amounts.length === 0 ? null : addMoney(amounts),
  }
}

export function budgetItems({ code, name, budgets }: InitiativeRow) {
  return Object.entries(budgets).map(([year, amount]) => ({ initiative: code, initiativeName: name, year: Number(year), amount }))
}

export function ownedItem(row: ElementRow) {
  return owned(row)
}

export function applicationItem(row: ApplicationRow) {
  return { ...owned(row), lifecycle: row.lifecycle, vendor: row.vendor }
}

export function capabilityItem(row: CapabilityRow) {
  return { ...plain(row), partOf: row.parent?.code ?? null }
}

export function unitItem(row: UnitRow) {
  const headcount = Object.fromEntries(roleLevels.map((level) => [level, row.headcount[level] ?? null])) as Record<RoleLevel, number | null>
  return { ...plain(row), partOf: row.parent?.code ?? null, ...headcount }
}

/** Without their address, which programs do not get. */
export function personItem(row: PersonRow) {
  return { ...plain(row), unit: row.unit?.code ?? null, unitName: row.unit?.name ?? null, roleLevel: row.roleLevel, title: row.title }
}

export function linkItem({ from, to, ...row }: LinkRow) {
  return { ...row, from: from.code, fromKind: from.kind, fromName: from.name, to: to.code, toKind: to.kind, toName: to.name }
}

export function commitmentItem(row: ToldPromise) {
  const { standing: { standing, days, renegotiated }, unit, owner, dueOn, moves, keptOn, keptNote } = row
  const late = standing === "late" || standing === "kept late" ? days : 0
  return {
    ...plain({ ...row, owner: null }), unit: unit?.code ?? null, unitName: unit?.name ?? null, owner: owner?.code ?? null, ownerName: owner?.name ?? null,
    dueOn, state: standing, daysLate: late, renegotiated, timesMoved: moves, keptOn, keptNote,
  }
}

/** A unit without a word of what either side said beyond its level. */
export function relationshipItem({ unit, business, it, gap, late, lastSpokeOn, nextReviewOn, overdue }: RelationshipRow) {
  return { unit: unit.code, unitName: unit.name, business, it, gap, latePromises: late, lastSpokeOn, nextReviewOn, reviewOverdue: overdue }
}

/** One row of each list. */
export interface ListItems {
  goals: ReturnType<typeof goalItem>
  measures: ReturnType<typeof measureItem>
  initiatives: ReturnType<typeof initiativeItem>
  budgets: ReturnType<typeof budgetItems>[number]
  services: ReturnType<typeof ownedItem>
  applications: ReturnType<typeof applicationItem>
  functions: ReturnType<typeof ownedItem>
  capabilities: ReturnType<typeof capabilityItem>
  units: ReturnType<typeof unitItem>
  people: ReturnType<typeof personItem>
  links: ReturnType<typeof linkItem>
  commitments: ReturnType<typeof commitmentItem>
  relationships: ReturnType<typeof relationshipItem>
}

/** The map's graph with short ids in place of keys. */
export function graphAnswer({ nodes, links }: Graph) {
  const codes = new Map(nodes.map(({ id, code }) => [id, code]))
  const codeOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null))
  return {
    nodes: nodes.map((node) => ({
      id: node.code, kind: node.kind, name: node.name, stage: node.status, partOf: codeOf(node.parentId), ownerName: node.ownerName,
      units: node.unitIds.flatMap((id) => codes.get(id) ?? []), weight: node.weight ?? null, budgets: node.budgets ?? {}, yearlyCost: node.yearlyCost ?? null, seats: node.seats ?? null,
      health: node.health ?? null, progress: node.progress ?? null, startsOn: node.startsOn ?? null, endsOn: node.endsOn ?? null, measures: node.measureCount ?? null,
    })),
    links: links.flatMap((link) => {
      const [from, to] = [codes.get(link.from), codes.get(link.to)]
      if (from === undefined || to === undefined) return []
      return [{ from, relation: link.relation, to, strength: link.strength ?? null, isPrimary: link.isPrimary ?? false, note: link.reason ?? "", indirect: link.indirect ?? false }]
    }),
  }
}
