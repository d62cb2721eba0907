// The choices that the form of an initiative offers.
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { pickElements } from "~/features/elements/elements.queries.server"
import type { Budget } from "./initiative"
import type { InitiativeListSource } from "./initiative-list.server"

/** People who may sponsor it, and the financial years to plan for: those planned already, this one and the next two. */
export async function initiativeChoices(db: ReadDb, { today, company }: Pick<InitiativeListSource, "today" | "company">, budget: Budget = {}) {
  const now = financialYearOf(today, company.yearFirstMonth)
  const years = [...new Set([...Object.keys(budget).map(Number), now, now + 1, now + 2])].sort((a, b) => a - b)
  return {
    people: await pickElements(db, "person", "", 2000),
    years: years.map((year) => ({ year: String(year), label: financialYearLabel(year, company.yearFirstMonth) })),
    currency: company.currency,
  }
}
