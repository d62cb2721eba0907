// POST /units/:code/cell: one cell of a unit edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateUnit } from "~/features/units/units.commands.server"
import { unitCell } from "~/features/units/unit.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submitAside(args.request, unitCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "unit")
    const done = await updateUnit(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
