// POST /byo/:code/initiative: makes an initiative of the need, linked back to it.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { saved } from "~/core/return.server"
import { byoInitiative } from "~/features/byo/byo.schema"
import { makeInitiativeOf } from "~/features/byo/byos.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, byoInitiative, async ({ name, operationId }) => {
    const made = await makeInitiativeOf(actor, { id: await idOf(database(), args.params.code ?? "", "byo"), name, operationId })
    // only who plans initiatives may take one back, so nobody else is offered to
    return can(actor, "edit chain") ? saved(`/initiatives/${made.code}`, made.operationId) : redirect(`/initiatives/${made.code}`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
