// /consultations/R-9/during: a conversation's meeting while it goes on.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { duringTab } from "~/features/consultations/meeting-during.server"
import { MeetingPage } from "~/features/consultations/meeting-page"

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  return duringTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
}

export function meta({ data }: { data?: { head: { name: string } } }) {
  return [{ title: `${data?.head.name ?? "Conversation"}: the meeting · Throughline` }]
}

export default function During() {
  return <MeetingPage view={useLoaderData<typeof loader>()} />
}
