// POST /functions/:code/cell: one cell of a job edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateFunction } from "~/features/applications/functions.commands.server"
import { functionCell } from "~/features/applications/function.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, functionCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "function")
    const done = await updateFunction(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
