// POST /goals/many/restore: brings the chosen goals back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveOfMany } from "~/features/elements/many.schema"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, archiveOfMany, async ({ id, ...step }) => {
    const { operationId } = await archiveGoals(actor, { ...step, ids: id, archived: false })
    return saved(postedFrom(args.request, "/goals"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
