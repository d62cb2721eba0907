/** Owns the figures of alignment F1 to F3: one reading of the graph with the records behind every number. */
import { fromCents, type Money } from "~/core/money"
import { budgetCents } from "~/features/alignment/budget"
import { findGaps, type AcceptedGaps, type Gaps } from "~/features/alignment/gaps"
import { openStatuses, type Graph } from "~/features/alignment/graph"
import { sayDo, type SayDo } from "~/features/alignment/say-do"
import { isActive, servesOf, servingModel, weightOf, type ServingModel } from "~/features/alignment/serving"

export interface Coverage {
  /** 0 to 1, not rounded; null is n/a. */
  share: number | null
  coveredIds: readonly string[]
  uncoveredIds: readonly string[]
}

export interface GoalCoverage extends Coverage {
  coveredWeight: number
  weight: number
}

export interface SpendCoverage extends Coverage {
  covered: Money
  total: Money
  /** Active initiatives left out for want of a budget. */
  withoutBudgetIds: readonly string[]
}

export interface Figures {
  year: number | null
  goalCoverage: number | null
  spendCoverage: number | null
  serviceCoverage: number | null
  sayDoGap: number | null
  goals: GoalCoverage
  spend: SpendCoverage
  services: Coverage
  sayDo: SayDo
  gaps: Gaps
  withoutBudget: readonly string[]
  counts: {
    /** Counting goals, and those an active initiative serves. */
    goals: number
    goalsServed: number
    /** Open initiatives, and of these the active ones. */
    initiatives: number
    activeInitiatives: number
    services: number
    applications: number
  }
}

export interface FigureOptions {
  /** Financial year the money is of; all years when absent. */
  year?: number | null
  accepted?: AcceptedGaps
}

/** Gives every figure of alignment for the whole graph, n/a as null, nothing rounded; one function for screens and API. */
export function figures(graph: Graph, options: FigureOptions = {}): Figures {
  return figuresOf(servingModel(graph), options)
}

/** Gives the same from a serving model that is at hand already. */
export function figuresOf(model: ServingModel, options: FigureOptions = {}): Figures {
  const year = options.year ?? null
  const goals = goalCoverage(model)
  const spend = spendCoverage(model, year)
  const services = serviceCoverage(model)
  const money = sayDo(model, year)
  const initiatives = model.index.byKind.get("initiative") ?? []
  return {
    year,
    goalCoverage: goals.share,
    spendCoverage: spend.share,
    serviceCoverage: services.share,
    sayDoGap: money.gap,
    goals,
    spend,
    services,
    sayDo: money,
    gaps: findGaps(model, options.accepted),
    withoutBudget: spend.withoutBudgetIds,
    counts: {
      goals: model.countingGoals.length,
      goalsServed: goals.coveredIds.length,
      initiatives: initiatives.filter((work) => openStatuses.has(work.status ?? "")).length,
      activeInitiatives: initiatives.filter(isActive).length,
      services: (model.index.byKind.get("service") ?? []).length,
      applications: (model.index.byKind.get("application") ?? []).length,
    },
  }
}

/** F1: gives the weight of counting goals with active work over the weight of all counting goals; n/a when they weigh 0. */
export function goalCoverage(model: ServingModel): GoalCoverage {
  const covered = model.countingGoals.filter((goal) => (model.activeServers.get(goal.id) ?? []).length > 0)
  const served = new Set(covered.map((goal) => goal.id))
  const coveredWeight = covered.reduce((sum, goal) => sum + weightOf(goal), 0)
  const weight = totalWeight(model)
  return {
    share: weight > 0 ? coveredWeight / weight : null,
    coveredWeight,
    weight,
    coveredIds: [...served],
    uncoveredIds: model.countingGoals.map((goal) => goal.id).filter((id) => !served.has(id)),
  }
}

/** F1: gives the budget of active initiatives that serve a counting goal over that of all active ones; n/a when that is not above 0. */
export function spendCoverage(model: ServingModel, year: number | null): SpendCoverage {
  const coveredIds: string[] = []
  const uncoveredIds: string[] = []
  const withoutBudgetIds: string[] = []
  let covered = 0n
  let total = 0n
  for (const initiative of model.index.byKind.get("initiative") ?? []) {
    if (!isActive(initiative)) continue
    const budget = budgetCents(initiative, year)
    if (budget === null) {
      withoutBudgetIds.push(initiative.id)
      continue
    }
    total += budget
    if (servesOf(model, initiative.id).length > 0) {
      covered += budget
      coveredIds.push(initiative.id)
    } else uncoveredIds.push(initiative.id)
  }
  return {
    share: total > 0n ? Number(covered) / Number(total) : null,
    covered: fromCents(covered),
    total: fromCents(total),
    coveredIds,
    uncoveredIds,
    withoutBudgetIds,
  }
}

/** F1: gives the services with a path to a counting goal over all services; n/a without services. */
export function serviceCoverage(model: ServingModel): Coverage {
  const ids = (model.index.byKind.get("service") ?? []).map((service) => service.id)
  const coveredIds = ids.filter((id) => model.servicesWithPath.has(id))
  return {
    share: ids.length > 0 ? coveredIds.length / ids.length : null,
    coveredIds,
    uncoveredIds: ids.filter((id) => !model.servicesWithPath.has(id)),
  }
}

/** F2: gives the strategic contribution of an initiative, 0 to 100, in any stage; n/a (null) when the counting goals weigh 0. */
export function strategicContribution(model: ServingModel, initiativeId: string): number | null {
  const weight = totalWeight(model)
  if (weight === 0) return null
  let sum = 0
  for (const { goalId, strength } of servesOf(model, initiativeId)) {
    const goal = model.index.nodes.get(goalId)
    if (goal !== undefined) sum += weightOf(goal) * strength
  }
  return (sum / (9 * weight)) * 100
}

/** Gives the summed weight of the counting goals. */
export function totalWeight(model: ServingModel): number {
  return model.countingGoals.reduce((sum, goal) => sum + weightOf(goal), 0)
}
