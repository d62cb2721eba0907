// GET /byo.csv: the register as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { byoFile, byoList } from "~/features/byo/byo-list"
import { byosForFile } from "~/features/byo/byo-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, byoList)
  const { today } = await currentAlignment(db)
  return csvFile({ name: "Side-door IT", columns: byoFile, portions: byosForFile(db, ask, today) })
}
