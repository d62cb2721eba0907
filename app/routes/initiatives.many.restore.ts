// POST /initiatives/many/restore: brings the chosen initiatives back.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveOfMany } from "~/features/elements/many.schema"
import { archiveInitiatives } from "~/features/initiatives/initiatives.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, archiveOfMany, async ({ id, operationId }) => {
    await archiveInitiatives(actor, { ids: id, archived: false, operationId })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
