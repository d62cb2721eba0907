// What an application costs in a year beside the seats: licence, support, maintenance and administration, line by line.
import { addMoney, isMoney, toCents, type Money } from "~/core/money"
import { RuleError } from "~/core/errors"
import type { Snapshot } from "~/core/change"

export const costKinds = ["licence", "support", "maintenance", "administration"] as const
export type CostKind = (typeof costKinds)[number]
export const costKindWords: Record<CostKind, string> = { licence: "Licence", support: "Support", maintenance: "Maintenance", administration: "Administration" }

export interface CostLineFields {
  applicationId: string
  financialYear: number
  costKind: CostKind
  amount: Money
}

export function costLineSnapshot({ applicationId, financialYear, costKind, amount }: CostLineFields): Snapshot {
  return { applicationId, financialYear, costKind, amount }
}

/** Gives the amount back; refused at its field where it is none, or below 0. */
export function checkAmount(costKind: CostKind, amount: Money): Money {
  if (!isMoney(amount) || toCents(amount) < 0n) throw new RuleError("Write an amount such as 1200, 1,200.50 or 320k.", { field: costKind })
  return amount
}

/** The full yearly cost: the sum of the year's lines; null where none is written down. What units pay for seats is not added: it is the same money, split. */
export function fullYearlyCost(lines: readonly Pick<CostLineFields, "financialYear" | "amount">[], year: number): Money | null {
  const amounts = lines.filter((line) => line.financialYear === year).map((line) => line.amount)
  return amounts.length === 0 ? null : addMoney(amounts)
}

export interface CostYear {
  year: number
  lines: Record<CostKind, { amount: Money; version: number } | null>
  total: Money
}

/** The lines by year, the latest first. */
export function costYears(lines: readonly (Pick<CostLineFields, "financialYear" | "costKind" | "amount"> & { version: number })[]): CostYear[] {
  const years = [...new Set(lines.map((line) => line.financialYear))].sort((a, b) => b - a)
  return years.map((year) => {
    const mine = lines.filter((line) => line.financialYear === year)
    const line = (kind: CostKind) => {
      const found = mine.find((one) => one.costKind === kind)
      return found ? { amount: found.amount, version: found.version } : null
    }
    return {
      year, total: addMoney(mine.map((one) => one.amount)),
      lines: { licence: line("licence"), support: line("support"), maintenance: line("maintenance"), administration: line("administration") },
    }
  })
}
