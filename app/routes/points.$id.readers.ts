// POST /points/:id/readers: names who else may read a confidential point.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { postedFrom } from "~/core/return.server"
import { nameReaders } from "~/features/consultations/feedback.commands.server"
import { pointReaders } from "~/features/consultations/feedback.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, pointReaders, async (posted) => {
    await nameReaders(actor, { ...posted, id: keyParam(args) })
    return redirect(postedFrom(args.request, "/consultations"))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
