// POST /consultations/:code/cancel: calls it off.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { cancelConsultation } from "~/features/consultations/consultations.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const id = await idOf(database(), args.params.code ?? "", "consultation")
    const { operationId } = await cancelConsultation(actor, { ...posted, id })
    return saved(`/consultations/${args.params.code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
