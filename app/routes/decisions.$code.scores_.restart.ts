// POST /decisions/:code/scores/restart: throws every score away, so that options and criteria may change.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { reasonGiven } from "~/features/decisions/decision.schema"
import { restartScoring } from "~/features/decisions/scores.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, reasonGiven, async (posted) => {
    const decisionId = await idOf(database(), code, "decision")
    const { operationId } = await restartScoring(actor, { ...posted, decisionId })
    return saved(`/decisions/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
