// POST /consultations/:code/nobody/:subject: says that a subject affects nobody.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { nobodyForm } from "~/features/consultations/consultation.schema"
import { sayNobodyAffected } from "~/features/consultations/parts.commands.server"
import { findElement } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, nobodyForm, async (posted) => {
    const { id: subjectId } = await findElement(database(), args.params.subject ?? "")
    const { operationId } = await sayNobodyAffected(actor, { ...posted, subjectId })
    return saved(`/consultations/${args.params.code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
