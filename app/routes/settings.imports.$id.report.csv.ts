// GET /settings/imports/:id/report/csv: every problem of an import, and its counts, as a table.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { keyParam, requireActor } from "~/core/http.server"
import { csvFile } from "~/features/exchange/csv-writer.server"
import { reportColumns, reportLines } from "~/features/exchange/report-lines"
import { importReport } from "~/features/exchange/imports.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "import")
  const report = await importReport(database(), keyParam(args))
  return csvFile({ name: `Report of ${report.file}`, columns: reportColumns, portions: reportLines(report) })
}
