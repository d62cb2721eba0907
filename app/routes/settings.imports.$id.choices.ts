// POST /settings/imports/:id/choices: the values of new records where the file has none; the file is read again.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { rereadImport } from "~/features/exchange/import-job.server"
import { shortly } from "~/features/exchange/import-screen.server"
import { findImport } from "~/features/exchange/imports.queries.server"
import { importDefaults } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importDefaults, async ({ defaults }) => {
    const id = keyParam(args)
    const { choices } = await findImport(database(), id)
    const { done } = await rereadImport(actor, id, { ...choices, defaults: { ...choices.defaults, ...defaults } })
    await shortly(done)
    return redirect(`/settings/imports/${id}`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
