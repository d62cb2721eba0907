// POST /settings/imports/:id/side: whose value stands where two changed the same field.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { postedFrom } from "~/core/return.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { takeSide } from "~/features/exchange/import-choices.server"
import { importSide } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importSide, async ({ n, field, side }) => {
    const id = keyParam(args)
    await takeSide(actor, id, n, field, side)
    return redirect(postedFrom(args.request, `/settings/imports/${id}`))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
