// POST /consultations/:code/affected/:subject: corrects how many people of a group a subject affects.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { correctionForm } from "~/features/consultations/consultation.schema"
import { correctAffected } from "~/features/consultations/parts.commands.server"
import { findElement } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, correctionForm, async (posted) => {
    const { id: subjectId } = await findElement(database(), args.params.subject ?? "")
    const { operationId } = await correctAffected(actor, { ...posted, subjectId })
    return saved(`/consultations/${args.params.code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
