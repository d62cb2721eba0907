// POST /capabilities/:code/cell: one cell of a capability edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateCapability } from "~/features/capabilities/capabilities.commands.server"
import { capabilityCell } from "~/features/capabilities/capability.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submitAside(args.request, capabilityCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "capability")
    const done = await updateCapability(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
