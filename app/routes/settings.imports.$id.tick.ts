// POST /settings/imports/:id/tick: which rows are taken.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { postedFrom } from "~/core/return.server"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { tickRows } from "~/features/exchange/import-choices.server"
import { importTicks } from "~/features/exchange/import.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submit(args.request, importTicks, async ({ shown, n, all, aside }) => {
    const id = keyParam(args)
    const [verdict, to] = all?.split(" ") ?? []
    if (verdict === "new" || verdict === "changed") await tickRows(actor, id, { verdict, ticked: to === "on" })
    else {
      const taken = new Set(n)
      await tickRows(actor, id, { ns: n, ticked: true })
      await tickRows(actor, id, { ns: shown.filter((one) => !taken.has(one)), ticked: false })
    }
    return aside ? { ticked: n.length } : redirect(postedFrom(args.request, `/settings/imports/${id}`))
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
