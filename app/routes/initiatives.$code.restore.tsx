// POST /initiatives/I-34/restore: restores an initiative.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { archiveOne } from "~/features/elements/many.schema"
import { archiveInitiatives } from "~/features/initiatives/initiatives.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, archiveOne, async ({ operationId }) => {
    const code = args.params.code ?? ""
    await archiveInitiatives(actor, { ids: [await idOf(database(), code, "initiative")], archived: false, operationId })
    return saved(`/initiatives/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
