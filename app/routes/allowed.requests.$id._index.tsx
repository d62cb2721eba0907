// GET /allowed/requests/:id: one request for a tool, with its answer or the two ways to answer it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { keyParam, requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { RequestPage } from "~/features/decisions/request-page"
import { latestAgreed } from "~/features/decisions/tool-request"
import { mayAnswer } from "~/features/decisions/tool-requests.commands.server"
import { findRequest, ownerOfJob } from "~/features/decisions/tool-requests.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const { today, company } = await currentAlignment(db)
  const request = await findRequest(db, keyParam(args), company.timeZone)
  const { permission, ownerIds } = mayAnswer(request.routedTo, await ownerOfJob(db, request))
  return {
    request, today, latest: latestAgreed(today), mayAnswer: can(actor, permission, ownerIds),
    mayWithdraw: request.state === "asked" && (request.askedBy === actor.personId || can(actor, "edit chain")),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `Request for ${data?.request.name ?? "a tool"} | Throughline` }]
}

export default function Page() {
  return <RequestPage {...useLoaderData<typeof loader>()} />
}
