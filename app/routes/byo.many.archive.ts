// POST /byo/many/archive: puts each of the chosen rows away, as one operation.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveByos } from "~/features/byo/byos.commands.server"
import { archiveOfMany } from "~/features/elements/many.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, archiveOfMany, async ({ id, operationId }) => {
    const done = await archiveByos(actor, { ids: id, archived: true, operationId })
    return saved(postedFrom(args.request, "/byo"), done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
