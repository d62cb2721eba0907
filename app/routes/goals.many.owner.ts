// POST /goals/many/owner: names one owner of the chosen goals.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { ownerOfMany } from "~/features/elements/many.schema"
import { setOwner } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, ownerOfMany, async ({ id, ...step }) => {
    const { operationId } = await setOwner(actor, { ...step, elementIds: id })
    return saved(postedFrom(args.request, "/goals"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
