// POST /readings/:id: corrects a reading; the history keeps what stood before.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { readingEdit } from "~/features/goals/measure.schema"
import { correctReading } from "~/features/goals/measures.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, readingEdit, async (edit) => {
    const { operationId } = await correctReading(actor, { ...edit, id: keyParam(args) })
    return saved(`${postedFrom(args.request, "/goals")}#measures`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
