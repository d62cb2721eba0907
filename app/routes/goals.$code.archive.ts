// POST /goals/G-12/archive: puts one goal away; it counts nowhere and keeps its history.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { archiveOne } from "~/features/elements/many.schema"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const code = args.params.code ?? ""
  return submit(args.request, archiveOne, async ({ operationId }) => {
    const id = await idOf(database(), code, "goal")
    await archiveGoals(actor, { ids: [id], archived: true, operationId })
    return saved(`/goals/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
