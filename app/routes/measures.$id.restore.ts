// POST /measures/:id/restore: brings an archived measure back with its readings.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveOne } from "~/features/elements/many.schema"
import { archiveMeasure } from "~/features/goals/measures.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, archiveOne, async (step) => {
    const { operationId } = await archiveMeasure(actor, { ...step, id: keyParam(args), archived: false })
    return saved(postedFrom(args.request, "/goals"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
