// POST /gaps/:id/end: an accepted gap shows again.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { endAcceptedGap } from "~/features/elements/accepted-gaps.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "accept gap")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await endAcceptedGap(actor, { id: keyParam(args), operationId })
    return saved(postedFrom(args.request, "/map"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
