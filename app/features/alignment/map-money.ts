/** Owns the money view: the yearly money of every card and the height it gives the card. */
import { addMoney, fromCents, toCents, type Money } from "~/core/money"
import { budgetCents } from "~/features/alignment/budget"
import type { Figures } from "~/features/alignment/figures"
import type { GraphIndex, GraphNode } from "~/features/alignment/graph"
import { layoutSizes } from "~/features/alignment/graph-layout"

const most = 220

/**
 * Gives the money of a record: work its budget, applications their yearly cost, services that of their applications, goals
 * the part of the active budgets that falls on them (F3), pillars the sum of their goals. Null when none is known.
 */
export function moneyOf(index: GraphIndex, figures: Figures): (node: GraphNode) => Money | null {
  const onGoals = new Map(figures.sayDo.rows.map((row) => [row.goalId, row.money]))
  const known = (amounts: readonly (Money | null | undefined)[]): Money | null => {
    const given = amounts.filter((amount): amount is Money => amount !== null && amount !== undefined)
    return given.length === 0 ? null : addMoney(given)
  }
  return (node) => {
    switch (node.kind) {
      case "goal": {
        const own = onGoals.get(node.id)
        if (own !== undefined) return own
        return known((index.children.get(node.id) ?? []).map((child) => onGoals.get(child.id)))
      }
      case "initiative": {
        const cents = budgetCents(node, figures.year)
        return cents === null ? null : fromCents(cents)
      }
      case "application":
        return node.yearlyCost ?? null
      case "service":
        return known((index.linksTo.get(node.id) ?? []).filter((link) => link.relation === "delivers").map((link) => index.nodes.get(link.from)?.yearlyCost))
      default:
        return null
    }
  }
}

/** Gives the height of a card in pixels: the usual one for no money, growing evenly to the tallest for the most. */
export function heightFor(amount: Money | null, largest: bigint): number {
  if (amount === null || largest <= 0n) return layoutSizes.rowHeight
  const share = Number(toCents(amount)) / Number(largest)
  return Math.round(layoutSizes.rowHeight + share * (most - layoutSizes.rowHeight))
}
