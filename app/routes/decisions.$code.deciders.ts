// POST /decisions/:code/deciders: names one person.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { personNamed } from "~/features/decisions/decision.schema"
import { nameDecider } from "~/features/decisions/parts.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "name deciders")
  const code = args.params.code ?? ""
  return submit(args.request, personNamed, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await nameDecider(actor, { ...posted, decisionId })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
