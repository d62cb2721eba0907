// POST /questions: asks the owners of one or more records.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { questionCreate } from "~/features/elements/panels.schema"
import { askQuestion } from "~/features/elements/questions.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, questionCreate, async ({ elementId, ...question }) => {
    const { operationId } = await askQuestion(actor, { ...question, elementIds: elementId })
    return saved(postedFrom(args.request, "/"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
