// POST /points/:id/change: changes a point's words, kind or confidentiality.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { changePoint } from "~/features/consultations/feedback.commands.server"
import { pointChange } from "~/features/consultations/feedback.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, pointChange, async (posted) => {
    const { operationId } = await changePoint(actor, { ...posted, id: keyParam(args) })
    return saved(postedFrom(args.request, "/consultations"), operationId)
  })
}
export { RefusedPoint as default } from "~/features/consultations/refused-point"
