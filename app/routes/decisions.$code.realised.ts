// POST /decisions/:code/realised: records what a signed decision saved in some days.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { realisedForm } from "~/features/decisions/decision.schema"
import { recordRealised } from "~/features/decisions/realised.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, realisedForm, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await recordRealised(actor, { ...posted, decisionId })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
