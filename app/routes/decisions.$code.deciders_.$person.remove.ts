// POST /decisions/:code/deciders/P-8/remove: takes one person off.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDoDecision } from "~/features/decisions/decision.schema"
import { removeDecider } from "~/features/decisions/parts.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "name deciders")
  const code = args.params.code ?? ""
  return submit(args.request, justDoDecision, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await removeDecider(actor, { ...posted, decisionId, personId: await idOf(database(), args.params.person ?? "", "person") })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
