// POST /initiatives/I-34/stage: moves an initiative to another stage.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { stageSet } from "~/features/initiatives/initiative.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, stageSet, async ({ to, version, operationId }) => {
    const code = args.params.code ?? ""
    await setStage(actor, { ids: [await idOf(database(), code, "initiative")], to, version, operationId })
    return saved(`/initiatives/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
