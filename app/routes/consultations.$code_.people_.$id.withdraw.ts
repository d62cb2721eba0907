// POST /consultations/:code/people/:id/withdraw: takes somebody's personal link back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { withdrawLink } from "~/features/consultations/participations.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const { operationId } = await withdrawLink(actor, { ...posted, participationId: keyParam(args) })
    return saved(`/consultations/${args.params.code}#people`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
