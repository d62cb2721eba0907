// POST /settings/imports/:id/offers: takes implied links at a strength, or leaves them.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { postedFrom } from "~/core/return.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { acceptOffers } from "~/features/exchange/import-choices.server"
import { importOffer } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importOffer, async ({ n, all, strength }) => {
    const id = keyParam(args)
    await acceptOffers(actor, id, all ? { all: true, strength } : { ns: n === undefined ? [] : [n], strength })
    return redirect(postedFrom(args.request, `/settings/imports/${id}`))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
