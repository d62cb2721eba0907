// POST /consultations/R-9/minutes: writes the minutes, or the day of the next conversation.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { writeMinutes } from "~/features/consultations/minutes.commands.server"
import { minutesEdit } from "~/features/consultations/meeting.schema"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, minutesEdit, async (posted) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    const { operationId } = await writeMinutes(actor, { ...posted, consultationId })
    return saved(postedFrom(args.request, `/consultations/${args.params.code}/after`), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
