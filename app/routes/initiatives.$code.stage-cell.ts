// POST /initiatives/I-34/stage-cell: the stage, from its cell of the list.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { stageCell } from "~/features/initiatives/initiative.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, stageCell, async ({ value, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "initiative")
    await setStage(actor, { ids: [id], to: value, version, operationId })
    return { saved: operationId }
  })
}
