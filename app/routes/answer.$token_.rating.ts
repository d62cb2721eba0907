// POST /answer/:token/rating: whoever was heard rates the conversation in three answers, by their personal link.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { countLinkUse, waitSentence } from "~/core/rate-limit.server"
import { hashToken } from "~/core/session.server"
import { personalLink, respondentOf } from "~/features/consultations/answer.server"
import { rating } from "~/features/consultations/meeting.schema"
import { rateConversation } from "~/features/consultations/minutes.commands.server"

export async function action({ request, params, context }: ActionFunctionArgs) {
  const verdict = await countLinkUse(context.clientAddress, new Date())
  if (!verdict.allowed) throw new Response(waitSentence(verdict), { status: 429, headers: { "Retry-After": String(verdict.retryAfterSeconds) } })
  const link = await personalLink(hashToken(params.token ?? ""))
  return submit(request, rating, async (posted) => {
    await rateConversation(respondentOf(link), { ...posted, consultationId: link.consultationId, byLink: true })
    return redirect(`/answer/${params.token}?done=rated`)
  })
}
export { RefusedRating as default } from "~/features/consultations/refused-point"
