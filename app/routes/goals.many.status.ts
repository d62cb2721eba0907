// POST /goals/many/status: puts the chosen goals into one stage.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { statusOfMany } from "~/features/goals/goal.schema"
import { setGoalStatus } from "~/features/goals/many-goals.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, statusOfMany, async ({ id, ...step }) => {
    const { operationId } = await setGoalStatus(actor, { ...step, ids: id })
    return saved(postedFrom(args.request, "/goals"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
