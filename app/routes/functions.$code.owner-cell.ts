// POST /functions/:code/owner-cell: the owner of a job, chosen in its cell of the list.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { ownerCell } from "~/features/elements/many.schema"
import { setOwner } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submitAside(args.request, ownerCell, async ({ edit, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "function")
    const done = await setOwner(actor, { elementIds: [id], personId: edit.owner ?? null, operationId })
    return { saved: done.operationId }
  })
}
