// POST /comments/:id/remove: takes a comment back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { removeComment } from "~/features/elements/comments.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await removeComment(actor, { id: keyParam(args), operationId })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
