// GET /capabilities.xlsx: the list as it is filtered, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { capabilityFile, capabilityList } from "~/features/capabilities/capability-list"
import { capabilitiesForFile } from "~/features/capabilities/capability-list.queries.server"
import { listAsk } from "~/features/elements/list"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, capabilityList)
  return xlsxFile({ name: "Capabilities", columns: capabilityFile, portions: capabilitiesForFile(db, ask) })
}
