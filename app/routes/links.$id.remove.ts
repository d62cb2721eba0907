// POST /links/:id/remove: unlinks two records.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { removeLink } from "~/features/elements/links.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await removeLink(actor, { id: keyParam(args), operationId })
    return saved(postedFrom(args.request, "/map"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
