// POST /consultations/:code/subjects/:subject/remove: takes a subject off.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { removeSubject } from "~/features/consultations/parts.commands.server"
import { findElement, idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const id = await idOf(database(), args.params.code ?? "", "consultation")
    const { id: subjectId } = await findElement(database(), args.params.subject ?? "")
    const { operationId } = await removeSubject(actor, { ...posted, consultationId: id, subjectId })
    return saved(`/consultations/${args.params.code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
