// GET /people.csv: the list as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { personFile, personList } from "~/features/people/person-list"
import { peopleForFile } from "~/features/people/person-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, personList)
  return csvFile({ name: "People", columns: personFile, portions: peopleForFile(db, ask) })
}
