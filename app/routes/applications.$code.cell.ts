// POST /applications/:code/cell: one cell of an application edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateApplication } from "~/features/applications/applications.commands.server"
import { applicationCell } from "~/features/applications/application.schema"

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, applicationCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "application")
    const done = await updateApplication(actor, { id, version, operationId, ...edit })
    return { operationId: done.operationId }
  })
}
