// POST /points/told: marks the answers of these points as told back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { tellBack } from "~/features/consultations/feedback.commands.server"
import { pointsTold } from "~/features/consultations/feedback.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, pointsTold, async (posted) => {
    const { operationId } = await tellBack(actor, posted)
    return saved(postedFrom(args.request, "/consultations"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
