// POST /applications/:code/cell: one cell of an application edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateApplication } from "~/features/applications/applications.commands.server"
import { applicationCell } from "~/features/applications/application.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, applicationCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "application")
    const done = await updateApplication(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
