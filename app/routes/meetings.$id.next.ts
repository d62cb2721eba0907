// POST /meetings/:id/next: starts a meeting, or goes on to its next point.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { nextPoint } from "~/features/consultations/meetings.commands.server"
import { justOperation } from "~/features/elements/panels.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async (posted) => {
    await nextPoint(actor, { ...posted, meetingId: keyParam(args) })
    return redirect(postedFrom(args.request, "/consultations"))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
