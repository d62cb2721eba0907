// POST /goals/many/ask: asks the owners of the chosen goals.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { askQuestion } from "~/features/elements/questions.commands.server"
import { askOfMany } from "~/features/goals/goal.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, askOfMany, async ({ id, ...question }) => {
    const { operationId } = await askQuestion(actor, { ...question, elementIds: id })
    return saved(postedFrom(args.request, "/goals"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
