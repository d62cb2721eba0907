// The figures of this moment for programs: the command line and the API.
import type { ReadDb } from "~/core/database.server"
import { isUndisposed } from "~/features/byo/byo"
import { byoStandings } from "~/features/byo/byo-list.queries.server"
import { commitmentStandings } from "~/features/commitments/commitment-list.queries.server"
import { closeness } from "~/features/relationships/relationships.queries.server"
import { currentAlignment } from "./alignment.queries.server"
import { consultationFigures } from "./consultation-figures.queries.server"
import { tellFigures, type ToldFigures } from "./figures-told"

/** Every figure that the screens show now, from the same reading of the records. */
export async function figuresNow(db: ReadDb): Promise<ToldFigures> {
  const { model, figures, company, today, standingOf } = await currentAlignment(db)
  const { timeZone } = company
  const [units, promises, reports, consultation] = await Promise.all([closeness(db), commitmentStandings(db, { today, timeZone }), byoStandings(db, today), consultationFigures(db, { now: new Date(), timeZone })])
  return {
    ...tellFigures({ model, figures, currency: company.currency, standingOf }),
    consultation,
    relationships: units.map(({ unit, business, it, gap }) => ({ unit: unit.code, business, it, gap })),
    commitments: { late: promises.flatMap(({ code, name, standing }) => (standing.standing === "late" ? [{ id: code, name }] : [])) },
    byo: { undisposed: reports.flatMap(({ code, name, standing }) => (isUndisposed(standing) ? [{ id: code, name }] : [])) },
  }
}
