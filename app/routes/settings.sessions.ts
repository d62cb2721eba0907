// POST /settings/sessions: signs the person out everywhere but here.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { endOtherSessions } from "~/core/session.server"

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  const ended = await endOtherSessions(actor.personId, args.context.sessionHash)
  log.security("signed out", { requestId: args.context.requestId, personId: actor.personId, others: ended })
  return redirect("/settings#sessions")
}
