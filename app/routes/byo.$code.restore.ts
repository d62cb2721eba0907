// POST /byo/:code/restore: brings it back; its history stays.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { archiveByos } from "~/features/byo/byos.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { archiveOne } from "~/features/elements/many.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, archiveOne, async ({ operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "byo")
    const done = await archiveByos(actor, { ids: [id], archived: false, operationId })
    return saved(`/byo/${args.params.code}`, done.operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
