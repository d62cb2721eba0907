// POST /comments: adds a comment to a record and goes back to it.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { addComment } from "~/features/elements/comments.commands.server"
import { commentCreate } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, commentCreate, async (comment) => {
    const { operationId } = await addComment(actor, comment)
    return saved(`${postedFrom(args.request, "/")}#comments`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
