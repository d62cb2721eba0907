// POST /consultations/R-9/rating: rates the conversation in three answers.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { rateConversation } from "~/features/consultations/minutes.commands.server"
import { rating } from "~/features/consultations/meeting.schema"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, rating, async (posted) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    await rateConversation(actor, { ...posted, consultationId })
    return redirect(postedFrom(args.request, `/consultations/${args.params.code}/after`))
  })
}
export { RefusedRating as default } from "~/features/consultations/refused-point"
