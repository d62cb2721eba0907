/** Owns which budget of an initiative counts: all its years, or the chosen one. */
import { toCents } from "~/core/money"
import type { GraphNode } from "~/features/alignment/graph"

/** Gives the budget in cents, of all years or of the one asked for; null when no amount is known ("0" is an amount). */
export function budgetCents(initiative: GraphNode, year: number | null): bigint | null {
  const budgets = initiative.budgets ?? {}
  const amounts = year === null ? Object.values(budgets) : [budgets[year]].filter((amount) => amount !== undefined)
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + toCents(amount), 0n)
}

/** Gives the financial years in which any initiative has a budget, in order. */
export function budgetYears(nodes: readonly GraphNode[]): number[] {
  const years = new Set<number>()
  for (const node of nodes) for (const year of Object.keys(node.budgets ?? {})) years.add(Number(year))
  return [...years].sort((a, b) => a - b)
}
