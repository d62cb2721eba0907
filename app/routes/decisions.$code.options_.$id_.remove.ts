// POST /decisions/:code/options/:id/remove: takes an option off.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDoDecision } from "~/features/decisions/decision.schema"
import { removeOption } from "~/features/decisions/parts.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, justDoDecision, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await removeOption(actor, { ...posted, decisionId, id: keyParam(args) })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
