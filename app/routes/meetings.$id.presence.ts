// POST /meetings/:id/presence: ticks somebody in the room, or takes the tick away.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { tickPresence } from "~/features/consultations/meetings.commands.server"
import { presence } from "~/features/consultations/meeting.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, presence, async (posted) => {
    const { operationId } = await tickPresence(actor, { ...posted, meetingId: keyParam(args) })
    return saved(postedFrom(args.request, "/consultations"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
