// POST /points/:id/withdraw: takes back a point written down by mistake.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { withdrawPoint } from "~/features/consultations/feedback.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async (posted) => {
    const { operationId } = await withdrawPoint(actor, { ...posted, id: keyParam(args) })
    return saved(postedFrom(args.request, "/consultations"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
