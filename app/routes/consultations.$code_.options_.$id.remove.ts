// POST /consultations/:code/options/:id/remove: takes an option off.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { removeOption } from "~/features/consultations/parts.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const { operationId } = await removeOption(actor, { ...posted, id: keyParam(args) })
    return saved(`/consultations/${args.params.code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
