// POST /initiatives/I-34/owner-cell: the owner, from its cell of the list.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { ownerCell } from "~/features/initiatives/initiative.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submitAside(args.request, ownerCell, async ({ value, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "initiative")
    await setOwner(actor, { elementIds: [id], personId: value, operationId })
    return { saved: operationId }
  })
}
