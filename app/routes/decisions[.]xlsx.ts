// GET /decisions.xlsx: the list of decisions as it is narrowed, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { theCompany } from "~/features/company/company.queries.server"
import { decisionFile, readDecisionState } from "~/features/decisions/decision-list"
import { decisionsForFile } from "~/features/decisions/decision-list.queries.server"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const { timeZone } = await theCompany(db)
  const state = readDecisionState(new URL(args.request.url).searchParams.get("state"))
  return xlsxFile({ name: "Decisions", columns: [...decisionFile], portions: decisionsForFile(db, { state, timeZone, today: calendarDate(new Date(), timeZone) }) })
}
