// POST /responsibilities/:id/remove: takes a part in a record away.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { justOperation } from "~/features/elements/panels.schema"
import { takeResponsibility } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await takeResponsibility(actor, { id: keyParam(args), operationId })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
