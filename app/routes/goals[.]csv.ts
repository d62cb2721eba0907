// /goals.csv: the list of goals that the address asks for, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { csvFile } from "~/features/exchange/csv-writer.server"
import { goalFileColumns } from "~/features/goals/goal-file"
import { goalFileRows, goalYearLabel } from "~/features/goals/goal-list.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const address = new URL(args.request.url).searchParams
  const alignment = await currentAlignment(database())
  const columns = goalFileColumns(goalYearLabel(alignment, address))
  return csvFile({ name: "Goals", columns, portions: goalFileRows(database(), alignment, { address, actor }) })
}
