// POST /questions/:id/withdraw: withdraws an open question.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { justOperation } from "~/features/elements/panels.schema"
import { withdrawQuestion } from "~/features/elements/questions.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, justOperation, async ({ operationId }) => {
    await withdrawQuestion(actor, { id: keyParam(args), operationId })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
