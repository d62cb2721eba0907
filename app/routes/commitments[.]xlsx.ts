// GET /commitments.xlsx: the ledger as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { commitmentFile, commitmentList } from "~/features/commitments/commitment-list"
import { commitmentsForFile } from "~/features/commitments/commitment-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, commitmentList)
  const { today, company } = await currentAlignment(db)
  return xlsxFile({ name: "Promises", columns: [...commitmentFile], portions: commitmentsForFile(db, ask, { today, timeZone: company.timeZone }) })
}
