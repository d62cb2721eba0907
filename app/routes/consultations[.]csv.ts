// GET /consultations.csv: the list of conversations as it is narrowed, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { theCompany } from "~/features/company/company.queries.server"
import { readState } from "~/features/consultations/consultation"
import { consultationFile } from "~/features/consultations/consultation-list"
import { consultationsForFile } from "~/features/consultations/consultation-list.queries.server"
import { csvFile } from "~/features/exchange/csv-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const { timeZone } = await theCompany(db)
  const state = readState(new URL(args.request.url).searchParams.get("state"))
  return csvFile({ name: "Conversations", columns: [...consultationFile], portions: consultationsForFile(db, { state, timeZone, now: new Date() }) })
}
