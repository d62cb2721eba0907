// POST /responsibilities: gives a person a part in a record.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { responsibilityCreate } from "~/features/elements/panels.schema"
import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, responsibilityCreate, async (part) => {
    const { operationId } = await giveResponsibility(actor, part)
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
