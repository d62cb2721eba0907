// POST /initiatives/I-34/cell: one cell of the list: name, start, end or the budget of a year.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { initiativeCell } from "~/features/initiatives/initiative.schema"
import { updateInitiative } from "~/features/initiatives/initiatives.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, initiativeCell, async ({ edit, ...posted }) => {
    const id = await idOf(database(), args.params.code ?? "", "initiative")
    const { operationId } = await updateInitiative(actor, { ...posted, ...edit, id })
    return { saved: operationId }
  })
}
