// POST /services/:code/cell: one cell of a service edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateService } from "~/features/services/services.commands.server"
import { serviceCell } from "~/features/services/service.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, serviceCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "service")
    const done = await updateService(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
