// The figures of this moment for programs: the command line and the API.
import type { ReadDb } from "~/core/database.server"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { placementCounts } from "~/features/applications/portfolio"
import { portfolio } from "~/features/applications/portfolio-list.queries.server"
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
  const [jobs, applications, units, promises, consultation, decisions, expired] = await Promise.all([
    functionBoard(db), portfolio(db, today), closeness(db), commitmentStandings(db, { today, timeZone }), consultationFigures(db, { now: new Date(), timeZone }),
    decisionFigures(db, today), expiredExceptions(db, today),
  ])
  const { "not assessed": notAssessed, ...time } = placementCounts(applications)
  return {
    ...tellFigures({ model, figures, currency: company.currency, standingOf }),
    consultation,
    relationships: units.map(({ unit, business, it, gap }) => ({ unit: unit.code, business, it, gap })),
    functions: jobs.map(({ job, fragmentation, adoption, tools, yearlyCost, possibleSaving }) => ({
      id: job.code, name: job.name, fragmentation, adoption, products: tools.length, yearlyCost, possibleSaving,
    })),
    time: { ...time, notAssessed },
    commitments: { late: promises.flatMap(({ code, name, standing }) => (standing.standing === "late" ? [{ id: code, name }] : [])) },
    decisions, exceptions: { expired },
  }
}
