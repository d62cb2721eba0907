// POST /settings/imports/:id/statuses: what the words of a list of standards mean and the day it is of; the file is read again.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { fold } from "~/core/fold"
import { keyParam, requireActor } from "~/core/http.server"
import { rereadImport } from "~/features/exchange/import-job.server"
import { importStatuses } from "~/features/exchange/import.schema"
import { shortly } from "~/features/exchange/import-screen.server"
import { findImport } from "~/features/exchange/imports.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importStatuses, async ({ status, ofDay }) => {
    const id = keyParam(args)
    const { choices } = await findImport(database(), id)
    const said = Object.fromEntries(Object.entries(status ?? {}).map(([word, meaning]) => [fold(word), meaning]))
    const { done } = await rereadImport(actor, id, { ...choices, statuses: { ...choices.statuses, ...said }, ...(ofDay ? { ofDay } : {}) })
    await shortly(done)
    return redirect(`/settings/imports/${id}`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
