// POST /allowed/requests/:id/refuse: refuses a request with a reason.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { requestRefuse } from "~/features/decisions/tool-request.schema"
import { refuseRequest } from "~/features/decisions/tool-requests.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, requestRefuse, async (posted) => {
    const id = keyParam(args)
    const { operationId } = await refuseRequest(actor, { ...posted, id })
    return saved(`/allowed/requests/${id}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
