// GET /standards.csv: the standards as they are filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { standardFile, standardList } from "~/features/decisions/standard-list"
import { standardsForFile } from "~/features/decisions/standard-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, standardList)
  const { today } = await currentAlignment(db)
  return csvFile({ name: "Standards", columns: [...standardFile], portions: standardsForFile(db, ask, today) })
}
