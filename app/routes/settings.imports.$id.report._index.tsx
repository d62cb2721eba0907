// GET /settings/imports/:id/report: what an applied import did.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { keyParam, requireActor } from "~/core/http.server"
import { ImportReportPage } from "~/features/exchange/import-report-page"
import { importScreen, reportParts } from "~/features/exchange/import-screen.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "import")
  const id = keyParam(args)
  const now = new Date()
  const { view, appliedAt } = await importScreen(database(), id, now)
  if (view.state !== "applied" && view.state !== "undone") throw redirect(`/settings/imports/${id}`)
  return { view, by: appliedAt, ...(await reportParts(database(), view, now)) }
}

export const meta = () => [{ title: "Report of an import - Throughline" }]

export default function Report() {
  return <ImportReportPage {...useLoaderData<typeof loader>()} />
}
