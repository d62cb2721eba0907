// POST /goals/G-12/cell: one cell of the list: name, weight, due date or stage.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { goalCell } from "~/features/goals/goal.schema"
import { updateGoal } from "~/features/goals/goals.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, goalCell, async ({ edit, ...posted }) => {
    const id = await idOf(database(), args.params.code ?? "", "goal")
    const { operationId } = await updateGoal(actor, { ...posted, ...edit, id })
    return { saved: operationId }
  })
}
