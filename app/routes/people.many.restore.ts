// POST /people/many/restore: brings each of the chosen rows back, as one operation.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveOfMany } from "~/features/elements/many.schema"
import { archivePeople } from "~/features/people/people.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, archiveOfMany, async ({ id, operationId }) => {
    const done = await archivePeople(actor, { ids: id, archived: false, operationId })
    return saved(postedFrom(args.request, "/people"), done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
