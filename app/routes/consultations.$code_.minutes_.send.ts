// POST /consultations/R-9/minutes/send: sends the minutes for confirmation.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { sendMinutes } from "~/features/consultations/minutes.commands.server"
import { justOperation } from "~/features/elements/panels.schema"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async (posted) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    const { operationId } = await sendMinutes(actor, { ...posted, consultationId })
    return saved(postedFrom(args.request, `/consultations/${args.params.code}/after`), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
