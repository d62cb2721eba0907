// POST /settings/imports/:id/cancel: stops an import; nothing of it is written.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { cancelImport } from "~/features/exchange/import-job.server"
import { importStep } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importStep, async () => {
    const id = keyParam(args)
    await cancelImport(actor, id)
    return redirect(`/settings/imports/${id}`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
