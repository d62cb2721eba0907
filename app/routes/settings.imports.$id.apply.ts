// POST /settings/imports/:id/apply: writes what is ticked, all of it or nothing.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { importStep } from "~/features/exchange/import.schema"
import { shortly } from "~/features/exchange/import-screen.server"
import { applyImport } from "~/features/exchange/imports.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importStep, async ({ operationId }) => {
    const importId = keyParam(args)
    let answered = false
    const applying = applyImport(actor, { importId, operationId })
    // what takes longer is followed on the import's page, which also says why it was not written
    applying.catch((error: unknown) => answered && log.error("import not applied", { requestId: args.context.requestId, importId, error }))
    await shortly(applying)
    answered = true
    return redirect(`/settings/imports/${importId}`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
