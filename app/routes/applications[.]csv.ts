// GET /applications.csv: the list as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { applicationFile, applicationList } from "~/features/applications/application-list"
import { applicationsForFile } from "~/features/applications/application-list.queries.server"
import { portfolioMoment } from "~/features/applications/portfolio-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, applicationList)
  const { figures, company, today } = await currentAlignment(db)
  const gaps = figures.gaps.applicationsWithoutService.map(({ id }) => id)
  const moment = await portfolioMoment(db, { today, yearFirstMonth: company.yearFirstMonth })
  return csvFile({ name: "Applications", columns: applicationFile, portions: applicationsForFile(db, ask, gaps, moment) })
}
