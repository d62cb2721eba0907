/** Owns F3, the Say/Do gap: whether the money follows the weights. */
import { fromCents, splitCents, type Money } from "~/core/money"
import { budgetCents } from "~/features/alignment/budget"
import { isActive, servesOf, weightOf, type ServingModel } from "~/features/alignment/serving"

export interface SayDoRow {
  goalId: string
  weight: number
  /** 0 to 1: the goal's part of what is said. */
  weightShare: number | null
  /** The goal's part of the budgets, to the cent; the rows and the unaligned money add up to the whole. */
  money: Money
  /** 0 to 1, not rounded: the goal's part of what is done. */
  moneyShare: number | null
  initiativeIds: readonly string[]
}

export interface SayDo {
  /** 0 (money follows words) to 100, or null when nothing is weighed or no active budget is above 0. */
  gap: number | null
  rows: readonly SayDoRow[]
  total: Money
  unaligned: { money: Money; moneyShare: number | null; initiativeIds: readonly string[] }
  withoutBudget: readonly string[]
}

interface Part {
  goalId: string
  cents: bigint
  /** Exact fraction of the budget; the cents are its nearest whole split. */
  amount: number
}

/**
 * F3: gives half of the summed distance between every goal's share of spend and of weight plus the unaligned share, times
 * 100, with the rows behind it. Active initiatives without a budget are left out and named.
 */
export function sayDo(model: ServingModel, year: number | null): SayDo {
  const spent = new Map(model.countingGoals.map((goal) => [goal.id, { cents: 0n, amount: 0, from: [] as string[] }]))
  const withoutBudget: string[] = []
  const unalignedIds: string[] = []
  let total = 0n
  let unaligned = 0n
  for (const initiative of model.index.byKind.get("initiative") ?? []) {
    if (!isActive(initiative)) continue
    const budget = budgetCents(initiative, year)
    if (budget === null) {
      withoutBudget.push(initiative.id)
      continue
    }
    total += budget
    const parts = splitBudget(model, initiative.id, budget)
    if (parts.length === 0) {
      unaligned += budget
      unalignedIds.push(initiative.id)
    }
    for (const part of parts) {
      const row = spent.get(part.goalId)
      if (row === undefined) continue
      row.cents += part.cents
      row.amount += part.amount
      row.from.push(initiative.id)
    }
  }
  const weights = model.countingGoals.reduce((sum, goal) => sum + weightOf(goal), 0)
  const whole = Number(total)
  const rows = model.countingGoals.map((goal): SayDoRow => {
    const row = spent.get(goal.id) ?? { cents: 0n, amount: 0, from: [] }
    return {
      goalId: goal.id,
      weight: weightOf(goal),
      weightShare: weights > 0 ? weightOf(goal) / weights : null,
      money: fromCents(row.cents),
      moneyShare: total > 0n ? row.amount / whole : null,
      initiativeIds: row.from,
    }
  })
  const unalignedShare = total > 0n ? Number(unaligned) / whole : null
  return {
    gap: gapOf(rows, unalignedShare),
    rows,
    total: fromCents(total),
    unaligned: { money: fromCents(unaligned), moneyShare: unalignedShare, initiativeIds: unalignedIds },
    withoutBudget,
  }
}

/** Gives how a budget in cents falls on the goals an initiative serves; nothing when it serves none. */
export function splitBudget(model: ServingModel, initiativeId: string, budget: bigint): Part[] {
  const direct = servesOf(model, initiativeId).filter((serving) => serving.via !== "pillar")
  const pillars = model.pillarLinks.get(initiativeId) ?? []
  const takers = [
    ...direct.map(({ strength, goalId }) => ({ strength, goalIds: [goalId] as readonly string[] })),
    ...pillars.map(({ strength, goalIds }) => ({ strength, goalIds })),
  ]
  const strengths = takers.map((taker) => taker.strength)
  const sum = strengths.reduce<number>((all, strength) => all + strength, 0)
  const cents = splitCents(budget, strengths)
  return takers.flatMap(({ strength, goalIds }, at) => {
    const weights = goalIds.map((id) => {
      const goal = model.index.nodes.get(id)
      return goal === undefined ? 0 : weightOf(goal)
    })
    const weightSum = weights.reduce((all, weight) => all + weight, 0)
    const taken = (Number(budget) * strength) / sum
    return splitCents(cents[at] ?? 0n, weights).map((part, place) => ({
      goalId: goalIds[place] ?? "",
      cents: part,
      amount: taken * (weightSum > 0 ? (weights[place] ?? 0) / weightSum : 1 / goalIds.length),
    }))
  })
}

function gapOf(rows: readonly SayDoRow[], unalignedShare: number | null): number | null {
  if (unalignedShare === null) return null
  let distance = unalignedShare
  for (const { weightShare, moneyShare } of rows) {
    if (weightShare === null || moneyShare === null) return null
    distance += Math.abs(moneyShare - weightShare)
  }
  // Without counting goals nothing is said, so there is nothing to compare with.
  return rows.length === 0 ? null : clamp(distance * 50)
}

// The sum of many shares may pass 100 by the last bit.
function clamp(gap: number): number {
  return Math.min(100, Math.max(0, gap))
}
