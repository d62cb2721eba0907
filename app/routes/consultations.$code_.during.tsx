// /consultations/R-9/during: a conversation's meeting while it goes on.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { isRouteErrorResponse, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { packed } from "~/core/packed"
import { duringTab } from "~/features/consultations/meeting-during.server"
import { MeetingPage } from "~/features/consultations/meeting-page"
import type { DuringSent } from "~/features/consultations/meeting-view"

export async function loader(args: LoaderFunctionArgs): Promise<DuringSent> {
  const actor = requireActor(args)
  const { shared, ...own } = await duringTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
  return { name: shared.head.name, shared: packed(shared), own: packed(own) }
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

export function meta({ data }: { data?: { name: string } }) {
  return [{ title: `${data?.name ?? "Conversation"}: the meeting · Throughline` }]
}

export default function During() {
  return <MeetingPage sent={useLoaderData<typeof loader>()} />
}
