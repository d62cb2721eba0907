// GET /relationships.xlsx: how close IT and each unit are, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { xlsxFile } from "~/features/exchange/xlsx-writer.server"
import { relationshipFile } from "~/features/relationships/relationship-list"
import { relationshipRows } from "~/features/relationships/relationship-list.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const rows = await relationshipRows(database())
  return xlsxFile({ name: "Relationships", columns: [...relationshipFile], portions: (async function* () { yield await Promise.resolve(rows) })() })
}
