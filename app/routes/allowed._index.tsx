// GET /allowed?q=: whether a tool may be used.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { AllowedPage } from "~/features/decisions/allowed-page"
import { answersTo } from "~/features/decisions/allowed.queries.server"
import { ownerOfJob, publishedTimes } from "~/features/decisions/tool-requests.queries.server"
import { namesOf } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today, company: { timeZone } } = alignment
  const typed = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 200)
  const times = await onceFor(alignment, "times of requests", () => publishedTimes(db, today, timeZone))
  const found = typed === "" ? [] : await answersTo(db, typed, { personId: actor.personId, today })
  const best = found.find(({ meant }) => meant)
  const owner = best ? await ownerOfJob(db, { applicationId: best.product.id, functionId: best.answers[0]?.job?.id ?? null }) : null
  return { typed, found, times, today, answerer: owner === null ? null : ((await namesOf(db, [owner])).get(owner)?.name ?? null) }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.typed ? `Is ${data.typed} allowed?` : "Is it allowed?"} | Throughline` }]
}

export default function Page() {
  return <AllowedPage {...useLoaderData<typeof loader>()} />
}
