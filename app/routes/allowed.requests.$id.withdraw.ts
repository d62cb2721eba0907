// POST /allowed/requests/:id/withdraw: takes a request back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { requestStep } from "~/features/decisions/tool-request.schema"
import { withdrawRequest } from "~/features/decisions/tool-requests.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, requestStep, async (posted) => {
    const id = keyParam(args)
    const { operationId } = await withdrawRequest(actor, { ...posted, id })
    return saved(`/allowed/requests/${id}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
