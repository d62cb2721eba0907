// POST /allowed/requests/:id/agree: agrees to a request until a day.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { requestAgree } from "~/features/decisions/tool-request.schema"
import { agreeToRequest } from "~/features/decisions/tool-requests.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, requestAgree, async (posted) => {
    const id = keyParam(args)
    const { operationId } = await agreeToRequest(actor, { ...posted, id })
    return saved(`/allowed/requests/${id}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
