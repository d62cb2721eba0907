// POST /units/:code/relationship/next: plans the day of the next review.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { reviewPlan } from "~/features/relationships/relationship.schema"
import { planReview } from "~/features/relationships/relationships.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  return submit(args.request, reviewPlan, async (posted) => {
    const { operationId } = await planReview(actor, { ...posted, unitId: await idOf(database(), code, "unit") })
    return saved(postedFrom(args.request, `/units/${code}/relationship`), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
