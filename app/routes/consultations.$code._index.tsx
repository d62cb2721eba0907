// GET /consultations/R-9: before the conversation: who is affected, who was heard, who is missing.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { requireActor } from "~/core/http.server"
import { BeforePage } from "~/features/consultations/before-page"
import { beforeTab } from "~/features/consultations/before.server"

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  return beforeTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.head.name ?? "Conversation"} | Throughline` }]
}

export default function Before() {
  return <BeforePage {...useLoaderData<typeof loader>()} />
}
