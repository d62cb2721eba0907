// POST /functions/many/owner: names one owner for each of the chosen rows, as one operation.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { ownerOfMany } from "~/features/elements/many.schema"
import { setOwner } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, ownerOfMany, async ({ id, personId, operationId }) => {
    const done = await setOwner(actor, { elementIds: id, personId, operationId })
    return saved(postedFrom(args.request, "/functions"), done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
