// POST /owners: names the owner of one or more records.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { ownerSet } from "~/features/elements/panels.schema"
import { setOwner } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, ownerSet, async ({ elementId, ...posted }) => {
    const { operationId } = await setOwner(actor, { ...posted, elementIds: elementId })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
