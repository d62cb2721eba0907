// GET /allowed/requests: what was asked for, by this person, of this person, and by all.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { RequestsPage } from "~/features/decisions/request-page"
import { newestRequests, publishedTimes, requestsFor } from "~/features/decisions/tool-requests.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today, company: { timeZone } } = alignment
  const [own, newest, times] = await Promise.all([
    requestsFor(db, { id: actor.personId, planner: can(actor, "edit chain") }, timeZone),
    onceFor(alignment, "newest requests", () => newestRequests(db, timeZone)),
    onceFor(alignment, "times of requests", () => publishedTimes(db, today, timeZone)),
  ])
  return { ...own, newest, times, today }
}

export const meta = () => [{ title: "Requests | Throughline" }]

export default function Page() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />
}
