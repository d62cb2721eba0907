// POST /calendar/end: ends one's own calendar address.
import type { ActionFunctionArgs } from "@remix-run/node"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { redirect } from "@remix-run/node"
import { justOperation } from "~/features/elements/panels.schema"
import { endFeed } from "~/features/relationships/calendar-feed.commands.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async ({ operationId }) => {
    await endFeed(actor, { operationId })
    log.security("calendar address ended", { requestId: args.context.requestId, personId: actor.personId })
    return redirect("/calendar")
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
