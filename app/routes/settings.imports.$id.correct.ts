// POST /settings/imports/:id/correct: corrects one cell of the file and reads it again.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { postedFrom } from "~/core/return.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { correctCell } from "~/features/exchange/import-choices.server"
import { shortly } from "~/features/exchange/import-screen.server"
import { importCorrection } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importCorrection, async ({ line, field, text }) => {
    const id = keyParam(args)
    const { done } = await correctCell(actor, id, { line, field, text })
    await shortly(done)
    return redirect(postedFrom(args.request, `/settings/imports/${id}`))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
