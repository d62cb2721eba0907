// GET /services.csv: the list as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { serviceFile, serviceList } from "~/features/services/service-list"
import { servicesForFile } from "~/features/services/service-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, serviceList)
  const gaps = (await currentAlignment(db)).figures.gaps.servicesWithoutPath.map(({ id }) => id)
  return csvFile({ name: "Services", columns: serviceFile(new Set(gaps)), portions: servicesForFile(db, ask, gaps) })
}
