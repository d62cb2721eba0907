// POST /consultations/R-9/decisions: writes down what was decided.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit, submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { minuteDecision } from "~/features/consultations/meetings.commands.server"
import { decisionCapture } from "~/features/consultations/meeting.schema"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  // the meeting's own script asks for JSON and shows the note itself
  const aside = args.request.headers.get("Accept") === "application/json"
  return (aside ? submitAside : submit)(args.request, decisionCapture, async (posted) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    const { operationId } = await minuteDecision(actor, { ...posted, consultationId })
    return aside ? { id: posted.id } : saved(postedFrom(args.request, `/consultations/${args.params.code}/during`), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
