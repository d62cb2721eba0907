// Reading the whole portfolio: every application with its place and its yearly cost.
import { sql } from "kysely"
import { financialYearOf, type CalendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { codeOf } from "~/features/elements/element"
import type { PortfolioMoment } from "./application-list.queries.server"
import type { Lifecycle } from "./application"
import { isMismatch, placementOf, type PlannedPlacement } from "./fit"
import type { PlacedApplication } from "./portfolio"
import { fits } from "./portfolio.queries.server"

/** What lists of applications are told of today: the fit of everything assessed, and the year of the full cost. */
export async function portfolioMoment(db: ReadDb, { today, yearFirstMonth }: { today: CalendarDate; yearFirstMonth: number }): Promise<PortfolioMoment> {
  return { fits: await fits(db, today), today, year: financialYearOf(today, yearFirstMonth) }
}

interface Row {
  id: string
  number: number
  name: string
  lifecycle: Lifecycle
  plannedPlacement: PlannedPlacement | null
  yearlyCost: string | null
  withoutCost: number | null
}

/** Every application that is not archived, in order of names, with the place that today's answers give it. */
export async function portfolio(db: ReadDb, today: CalendarDate): Promise<PlacedApplication[]> {
  const [{ rows }, found] = await Promise.all([
    sql<Row>`
      with used as (
        select tie.to_id, sum(tie.yearly_cost) as yearly_cost, (count(*) filter (where tie.yearly_cost is null))::int as without_cost
        from link tie join element who on who.id = tie.from_id and who.archived_at is null
        where tie.relation = 'uses' and tie.to_kind = 'application' group by tie.to_id
      )
      select element.id, element.number, element.name, application.lifecycle, application.planned_placement, used.yearly_cost, used.without_cost
      from element join application on application.id = element.id left join used on used.to_id = element.id
      where element.kind = 'application' and element.archived_at is null order by element.sort_key, element.id`.execute(db),
    fits(db, today),
  ])
  return rows.map((row) => {
    const fit = found.get(row.id) ?? { functional: null, technical: null }
    const recommended = placementOf(fit)
    return {
      id: row.id, kind: "application", code: codeOf("application", row.number), name: row.name, lifecycle: row.lifecycle, fit, recommended,
      planned: row.plannedPlacement, mismatch: isMismatch(row.plannedPlacement, recommended), yearlyCost: row.yearlyCost, withoutCost: row.withoutCost ?? 0,
    }
  })
}
