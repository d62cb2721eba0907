// POST /settings/imports/:id/apply: writes what is ticked, all of it or nothing.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { importStep } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importStep, async ({ operationId }) => {
    const importId = keyParam(args)
    await applyImport(actor, { importId, operationId })
    return redirect(`/settings/imports/${importId}/report`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
