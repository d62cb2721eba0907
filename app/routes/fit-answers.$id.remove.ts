// POST /fit-answers/:id/remove: takes an answered questionnaire away.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { removeFitAnswer } from "~/features/applications/portfolio.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async ({ operationId }) => {
    const done = await removeFitAnswer(actor, { id: keyParam(args, "id"), operationId })
    return saved(postedFrom(args.request, `/applications/A-${done.number}#fit`), done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
