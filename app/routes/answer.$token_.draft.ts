// POST /answer/:token/draft: keeps what somebody typed on their personal page and has not sent.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { hashToken } from "~/core/session.server"
import { personalLink, respondentOf } from "~/features/consultations/answer.server"
import { answerForm, saidOn } from "~/features/consultations/consultation.schema"
import { keepDraft } from "~/features/consultations/participations.commands.server"

export async function action({ request, params }: ActionFunctionArgs) {
  const link = await personalLink(hashToken(params.token ?? ""))
  return submit(request, answerForm, async (posted) => {
    await keepDraft(respondentOf(link), { participationId: link.participationId, words: saidOn(posted), operationId: posted.operationId })
    return redirect(`/answer/${params.token}?done=kept`)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
