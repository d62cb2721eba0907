// /consultations/R-9/during: a conversation's meeting while it goes on.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { isRouteErrorResponse, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { duringTab } from "~/features/consultations/meeting-during.server"
import { MeetingPage } from "~/features/consultations/meeting-page"

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  return duringTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
}

/**
 * Looking again while the meeting goes on: a server that is away for a moment, as at a restart, leaves everything on the screen as it is,
 * half a sentence too. Whoever opens the page is told.
 */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const asked = serverLoader<typeof loader>()
  if (!new URL(request.url).searchParams.has("again")) return asked
  return asked.catch((error: unknown) => {
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)) throw error
    return null
  })
}

export function meta({ data }: { data?: { head: { name: string } } }) {
  return [{ title: `${data?.head.name ?? "Conversation"}: the meeting · Throughline` }]
}

export default function During() {
  return <MeetingPage view={useLoaderData<typeof loader>()} />
}
