// POST /applications/duplicates/judge: says whether two applications are one product.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { judgement } from "~/features/applications/application.schema"
import { judgeTwins } from "~/features/applications/twins.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, judgement, async ({ firstId, secondId, ...posted }) => {
    const { operationId } = await judgeTwins(actor, { ...posted, ids: [firstId, secondId] })
    return saved(postedFrom(args.request, "/applications/duplicates"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
