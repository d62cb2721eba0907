// POST /capabilities/:code/restore: brings it back; its history stays.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { archiveOne } from "~/features/elements/many.schema"
import { archiveCapabilities } from "~/features/capabilities/capabilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, archiveOne, async ({ operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "capability")
    const done = await archiveCapabilities(actor, { ids: [id], archived: false, operationId })
    return saved(`/capabilities/${args.params.code}`, done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
