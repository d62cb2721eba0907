// POST /links/:id: changes what a link carries.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { updateLink } from "~/features/elements/links.commands.server"
import { linkEdit } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, linkEdit, async (edit) => {
    const { operationId } = await updateLink(actor, { ...edit, id: keyParam(args) })
    return saved(postedFrom(args.request, "/map"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
