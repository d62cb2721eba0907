// POST /questions/:id/answer: answers an open question.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { questionAnswer } from "~/features/elements/panels.schema"
import { answerQuestion } from "~/features/elements/questions.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, questionAnswer, async (posted) => {
    const { operationId } = await answerQuestion(actor, { ...posted, id: keyParam(args) })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
