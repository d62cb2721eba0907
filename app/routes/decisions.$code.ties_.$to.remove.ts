// POST /decisions/:code/ties/F-3/remove: takes a record off what it is about.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDoDecision } from "~/features/decisions/decision.schema"
import { removeTie } from "~/features/decisions/parts.commands.server"
import { findElement, idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, justDoDecision, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await removeTie(actor, { ...posted, decisionId, toId: (await findElement(database(), args.params.to ?? "")).id })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
