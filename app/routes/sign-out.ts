// POST /sign-out: ends the session; the browser forgets what it kept of the pages.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { log } from "~/core/log.server"
import { endSession, signedOutHeaders } from "~/core/session.server"

export async function action({ context }: ActionFunctionArgs) {
  if (context.sessionHash !== null) await endSession(context.sessionHash)
  log.security("signed out", { requestId: context.requestId, personId: context.actor?.personId ?? null })
  return redirect("/sign-in", { headers: signedOutHeaders(context.https) })
}

export function loader() {
  return redirect("/")
}
