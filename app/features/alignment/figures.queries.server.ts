// The figures of this moment for programs: the command line and the API.
import type { ReadDb } from "~/core/database.server"
import { currentAlignment } from "./alignment.queries.server"
import { tellFigures, type ToldFigures } from "./figures-told"

/** Every figure that the screens show now, from the same reading of the records. */
export async function figuresNow(db: ReadDb): Promise<ToldFigures> {
  const { model, figures, company, standingOf } = await currentAlignment(db)
  return tellFigures({ model, figures, currency: company.currency, standingOf })
}
