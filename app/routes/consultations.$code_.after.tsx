// /consultations/R-9/after: what became of every point of a conversation.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { mailIsSet } from "~/core/outbox.server"
import { AfterPage } from "~/features/consultations/feedback-after-page"
import { afterTab } from "~/features/consultations/feedback-after.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  return { ...(await afterTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)), mailIsSet: mailIsSet() }
}

export function meta({ data }: { data?: { head: { name: string } } }) {
  return [{ title: `What became of ${data?.head.name ?? "a conversation"} · Throughline` }]
}

export default function After() {
  return <AfterPage {...useLoaderData<typeof loader>()} />
}
