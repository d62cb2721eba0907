// GET /settings/imports/:id/report/csv: every problem of an import, and its counts, as a table.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { keyParam, requireActor } from "~/core/http.server"
import { csvFile } from "~/features/exchange/csv-writer.server"
import { reportColumns, reportLines } from "~/features/exchange/report-lines"
import { assertMayRead } from "~/features/exchange/import-screen.server"
import { findImport, importReport } from "~/features/exchange/imports.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const [db, id] = [database(), keyParam(args)]
  assertMayRead(actor, await findImport(db, id))
  const report = await importReport(db, id)
  return csvFile({ name: `Report of ${report.file}`, columns: reportColumns, portions: reportLines(report) })
}
