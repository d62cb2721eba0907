// POST /consultations/:code/people/:id/mail: sends somebody their personal link by mail.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { hashToken, newToken } from "~/core/session.server"
import { inviteeOf } from "~/features/consultations/before.queries.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { invitationMail } from "~/features/consultations/invitation.server"
import { inviteByMail } from "~/features/consultations/participations.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const code = args.params.code ?? ""
    const participationId = keyParam(args)
    const invitee = found(await inviteeOf(database(), participationId), "This participant")
    const mail = await invitationMail(database(), await findConsultation(database(), code), invitee, { origin: args.context.origin, now: new Date() })
    // nobody ever has this token: the link is made when the mail leaves
    const { operationId } = await inviteByMail(actor, { ...posted, participationId, tokenHash: hashToken(newToken()), mail })
    return saved(`/consultations/${code}#people`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
