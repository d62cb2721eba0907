// POST /views: keeps the present view of a screen under a name, and shows it.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { viewCreate } from "~/features/elements/panels.schema"
import { viewHref } from "~/features/elements/saved-view"
import { saveView } from "~/features/elements/saved-views.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "keep view")
  return submit(args.request, viewCreate, async (view) => {
    await saveView(actor, view)
    return redirect(viewHref(view.screen, view.query))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
