// GET /settings/imports/:id: one import as it stands: being read, in its preview, or ended.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, type MetaFunction } from "@remix-run/react"
import { database } from "~/core/database.server"
import { keyParam, requireActor } from "~/core/http.server"
import { EndedImport } from "~/features/exchange/import-ended-page"
import { ImportFrame } from "~/features/exchange/import-frame"
import { ImportPreview } from "~/features/exchange/import-preview-page"
import { ImportProgress } from "~/features/exchange/import-progress"
import { assertMayRead, importScreen, previewRows, statusesOf } from "~/features/exchange/import-screen.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const id = keyParam(args)
  const db = database()
  const screen = await importScreen(db, id, new Date())
  if (screen.view.state === "applied" || screen.view.state === "undone") throw redirect(`/settings/imports/${id}/report`)
  assertMayRead(actor, screen.view)
  if (screen.view.state === "columns") throw redirect(`/settings/imports/${id}/columns`)
  const shown = screen.view.state === "preview"
  const [preview, statuses] = shown ? [await previewRows(db, screen.view, new URL(args.request.url).searchParams), await statusesOf(db, screen.view, new Date())] : [null, null]
  return { ...screen, preview, statuses }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Import: ${data?.view.fileName ?? "not found"} - Throughline` }]

export default function Import() {
  const { view, readBy, years, preview, statuses } = useLoaderData<typeof loader>()
  const { id, state } = view
  if (preview) return <ImportPreview view={view} readBy={readBy} years={years} statuses={statuses} {...preview} />
  if (state !== "reading" && state !== "applying") return <EndedImport view={view} by={readBy} />
  return (
    <ImportFrame
      id={id} fileName={view.fileName} state={state} hasColumns={view.format !== "archimate"} step={state === "reading" ? "file" : "preview"}
      title={state === "reading" ? `Reading ${view.fileName}` : `Writing what ${view.fileName} brings`}
    >
      <ImportProgress id={id} state={state} rowsRead={view.rowsRead} rowsKnown={view.rowsKnown} />
    </ImportFrame>
  )
}
