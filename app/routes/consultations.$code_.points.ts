// POST /consultations/R-9/points: writes a point down; whoever stands before the colon is its voice.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit, submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { capturePoint } from "~/features/consultations/feedback.commands.server"
import { pointCapture } from "~/features/consultations/feedback.schema"
import { speakerIn } from "~/features/consultations/meeting"
import { roomOf } from "~/features/consultations/meetings.queries.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  // the meeting's own script asks for JSON and shows the note itself
  const aside = args.request.headers.get("Accept") === "application/json"
  return (aside ? submitAside : submit)(args.request, pointCapture, async (posted) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    const said = posted.personId ? { personId: posted.personId, body: posted.body } : speakerIn(posted.body, await roomOf(database(), consultationId, null))
    const { operationId } = await capturePoint(actor, { ...posted, ...said, consultationId })
    return aside ? { id: posted.id } : saved(postedFrom(args.request, `/consultations/${args.params.code}/during`), operationId)
  })
}
export { RefusedPoint as default } from "~/features/consultations/refused-point"
