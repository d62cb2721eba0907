// POST /consultations/:code/people: puts somebody on the list, or says that they must be heard.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { inviteForm } from "~/features/consultations/consultation.schema"
import { listPerson } from "~/features/consultations/participations.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, inviteForm, async (posted) => {
    const id = await idOf(database(), args.params.code ?? "", "consultation")
    const { operationId } = await listPerson(actor, { ...posted, consultationId: id })
    return saved(`/consultations/${args.params.code}#people`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
