// POST /points/:id/answer: answers a point.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { answerPoint } from "~/features/consultations/feedback.commands.server"
import { pointAnswer } from "~/features/consultations/feedback.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, pointAnswer, async (posted) => {
    const { operationId } = await answerPoint(actor, { ...posted, id: keyParam(args) })
    return saved(postedFrom(args.request, "/consultations"), operationId)
  })
}
export { RefusedPoint as default } from "~/features/consultations/refused-point"
