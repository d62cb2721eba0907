// The figures of this moment for programs: the command line and the API.
import type { ReadDb } from "~/core/database.server"
import { commitmentStandings } from "~/features/commitments/commitment-list.queries.server"
import { decisionFigures } from "~/features/decisions/decision-list.queries.server"
import { expiredExceptions } from "~/features/decisions/exceptions.queries.server"
import { closeness } from "~/features/relationships/relationships.queries.server"
import { currentAlignment } from "./alignment.queries.server"
import { consultationFigures } from "./consultation-figures.queries.server"
import { tellFigures, type ToldFigures } from "./figures-told"

/** Every figure that the screens show now, from the same reading of the records. */
export async function figuresNow(db: ReadDb): Promise<ToldFigures> {
  const { model, figures, company, today, standingOf } = await currentAlignment(db)
  const { timeZone } = company
  const [units, promises, consultation, decisions, expired] = await Promise.all([
    closeness(db), commitmentStandings(db, { today, timeZone }), consultationFigures(db, { now: new Date(), timeZone }), decisionFigures(db, today), expiredExceptions(db, today),
  ])
  return {
    ...tellFigures({ model, figures, currency: company.currency, standingOf }),
    consultation,
    relationships: units.map(({ unit, business, it, gap }) => ({ unit: unit.code, business, it, gap })),
    commitments: { late: promises.flatMap(({ code, name, standing }) => (standing.standing === "late" ? [{ id: code, name }] : [])) },
    decisions, exceptions: { expired },
  }
}
