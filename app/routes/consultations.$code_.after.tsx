// /consultations/R-9/after: what became of every point of a conversation.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { mailIsSet } from "~/core/outbox.server"
import { packed, unpacked } from "~/core/packed"
import { AfterPage } from "~/features/consultations/feedback-after-page"
import { afterTab } from "~/features/consultations/feedback-after.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const { shared, alike, ...page } = await afterTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
  // texts, since a long table's data takes less time to send so; what the reader alone may read is packed for them, at every request
  return { name: shared.head.name, shared: packed(shared), alike: packed(alike), page: packed(page), mailIsSet: mailIsSet() }
}

export function meta({ data }: { data?: { name: string } }) {
  return [{ title: `What became of ${data?.name ?? "a conversation"} · Throughline` }]
}

export default function After() {
  const { shared, alike, page, mailIsSet } = useLoaderData<typeof loader>()
  return <AfterPage {...unpacked(page)} alike={unpacked(alike)} shared={unpacked(shared)} mailIsSet={mailIsSet} />
}
