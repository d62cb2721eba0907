// POST /views/:id/remove: forgets a saved view.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { justOperation } from "~/features/elements/panels.schema"
import { removeView } from "~/features/elements/saved-views.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "keep view")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await removeView(actor, { id: keyParam(args), operationId })
    return redirect(postedFrom(args.request, "/"))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
