// POST /settings/tokens/:id/end: the next request with this token is refused.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { saved } from "~/core/return.server"
import { justOperation } from "~/features/elements/panels.schema"
import { endApiToken } from "~/features/exchange/api-tokens.commands.server"

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  return submit(args.request, justOperation, async (posted) => {
    const { id, operationId } = await endApiToken(actor, { ...posted, id: keyParam(args) })
    log.security("token ended", { requestId: args.context.requestId, personId: actor.personId, ended: id })
    return saved("/settings/tokens", operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
