// POST /decisions/:code/ties: says what it decides for, chooses, allows, switches off or affects.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { tieAdd } from "~/features/decisions/decision.schema"
import { addTie } from "~/features/decisions/parts.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, tieAdd, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await addTie(actor, { ...posted, decisionId })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
