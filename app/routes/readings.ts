// POST /readings: records a reading of a measure and goes back to its goal.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { readingCreate } from "~/features/goals/measure.schema"
import { recordReading } from "~/features/goals/measures.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, readingCreate, async (reading) => {
    const { operationId } = await recordReading(actor, reading)
    return saved(`${postedFrom(args.request, "/goals")}#measures`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
