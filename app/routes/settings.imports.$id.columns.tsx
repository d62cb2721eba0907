// /settings/imports/:id/columns: what each column of the file means; saving reads the file again.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { withColumns } from "~/features/exchange/column-choices"
import { columnsUsed, columnsWord, ImportColumns } from "~/features/exchange/import-columns"
import { ImportFrame, useRefusedFields } from "~/features/exchange/import-frame"
import { rereadImport } from "~/features/exchange/import-job.server"
import { assertMayRead, importScreen, shortly } from "~/features/exchange/import-screen.server"
import { importColumns } from "~/features/exchange/import.schema"
import { findImport } from "~/features/exchange/imports.queries.server"
import { ErrorSummary } from "~/ui/form-parts"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const id = keyParam(args)
  const { view, readBy, years } = await importScreen(database(), id, new Date())
  const { look, state } = view
  assertMayRead(actor, view)
  if (look === null || (state !== "columns" && state !== "preview")) throw redirect(`/settings/imports/${id}`)
  return { view, look, readBy, years }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importColumns, async (posted) => {
    const id = keyParam(args)
    const { choices, look } = await findImport(database(), id)
    if (look === null) throw new RuleError("The file is not read yet. Wait a moment and try again.")
    const { done } = await rereadImport(actor, id, withColumns(choices, posted, look))
    await shortly(done)
    return redirect(`/settings/imports/${id}`)
  })
}

export const meta = () => [{ title: "Columns of an import - Throughline" }]

export default function Columns() {
  const { view, look, readBy, years } = useLoaderData<typeof loader>()
  const faults = Object.values(useRefusedFields()).flatMap((messages) => messages.map((message) => ({ id: "", message })))
  const asks = view.state === "columns"
  return (
    <ImportFrame
      id={view.id} fileName={view.fileName} state={view.state} hasColumns columnsWord={columnsWord(look)} step="columns"
      title={asks ? "What are the rows of this file?" : `${columnsWord(look)}: ${columnsUsed(look)}.`}
      lede={<>{view.message ? <>{view.message} </> : null}{columnsWord(look) === "Columns" ? "Choose what each column means. It is remembered for the next file." : "Choose what each type becomes. What has no word here is kept for the way back."} {readBy}</>}
    >
      <ErrorSummary faults={faults} />
      <ImportColumns id={view.id} look={look} choices={view.choices} years={years} whole waits={asks} />
    </ImportFrame>
  )
}
