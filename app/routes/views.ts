// POST /views: keeps the present view of a screen under a name.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { viewCreate } from "~/features/elements/panels.schema"
import { saveView } from "~/features/elements/saved-views.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "keep view")
  return submit(args.request, viewCreate, async (view) => {
    await saveView(actor, view)
    return redirect(postedFrom(args.request, "/"))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
