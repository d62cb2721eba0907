// POST /links: links two records; the form and a drawn edge both come here.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { createLink } from "~/features/elements/links.commands.server"
import { linkCreate } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, linkCreate, async (link) => {
    const { operationId } = await createLink(actor, link)
    return saved(postedFrom(args.request, "/map"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
