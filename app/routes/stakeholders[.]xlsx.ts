// GET /stakeholders.xlsx: people and groups as the list is filtered, as a file; where they stand for those who may see it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { listAsk } from "~/features/elements/list"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"
import { partyFile, partyList, standingList } from "~/features/stakeholders/stakeholder-list"
import { partiesForFile } from "~/features/stakeholders/stakeholder-list.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const withStanding = can(requireActor(args), "see standing")
  const db = database()
  const list = listAsk(new URL(args.request.url).searchParams, withStanding ? standingList : partyList)
  const { today, company } = await currentAlignment(db)
  return xlsxFile({ name: "People and groups", columns: partyFile(withStanding), portions: partiesForFile(db, { list, withStanding, today, timeZone: company.timeZone }) })
}
