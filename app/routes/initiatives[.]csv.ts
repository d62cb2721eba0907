// /initiatives.csv: the list of initiatives that the address asks for, as a CSV file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { csvFile } from "~/features/exchange/csv-writer.server"
import { waiversInWords } from "~/features/gates/gate-shown.server"
import { initiativeFileColumns } from "~/features/initiatives/initiative-file"
import { initiativeFileRows, yearLabelOf } from "~/features/initiatives/initiative-list.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const address = new URL(args.request.url).searchParams
  const alignment = await currentAlignment(database())
  const columns = initiativeFileColumns(yearLabelOf(alignment, address), await waiversInWords(database(), alignment.company.timeZone))
  return csvFile({ name: "Initiatives", columns, portions: initiativeFileRows(database(), alignment, { address, actor }) })
}
