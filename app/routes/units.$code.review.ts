// POST /units/:code/review: starts a review with a unit and leads into its meeting.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { theCompany } from "~/features/company/company.queries.server"
import { momentIn, readAgenda } from "~/features/consultations/meeting"
import { idOf } from "~/features/elements/elements.queries.server"
import { reviewStart } from "~/features/relationships/relationship.schema"
import { startReview } from "~/features/relationships/reviews.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, reviewStart, async ({ startsAt, agenda, ...posted }) => {
    const unitId = await idOf(database(), args.params.code ?? "", "unit")
    const { timeZone } = await theCompany(database())
    const { code, operationId } = await startReview(actor, { ...posted, unitId, timeZone, startsAt: momentIn(startsAt, timeZone), agenda: readAgenda(agenda) })
    return saved(`/consultations/${code}/during`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
