// GET /functions.csv: the list as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { functionFile, functionList } from "~/features/applications/function-list"
import { functionsForFile } from "~/features/applications/function-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, functionList)
  return csvFile({ name: "Jobs", columns: functionFile, portions: functionsForFile(db, ask) })
}
