// POST /meetings/:id/close: closes a meeting.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { closeMeeting } from "~/features/consultations/meetings.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async (posted) => {
    await closeMeeting(actor, { ...posted, meetingId: keyParam(args) })
    return redirect(postedFrom(args.request, "/consultations"))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
