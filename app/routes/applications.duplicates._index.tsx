// GET /applications/duplicates: which applications are likely one product, and which do one job.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { likelyTwins } from "~/features/applications/twins"
import { namedProducts, shownPairs, twinJudgements } from "~/features/applications/twins.queries.server"
import { TwinsPage } from "~/features/applications/twins-page"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const [twins, judged, board] = await Promise.all([
    onceFor(alignment, "likely twins", async () => likelyTwins(await namedProducts(db))),
    onceFor(alignment, "twin judgements", () => twinJudgements(db)),
    onceFor(alignment, "board of jobs", () => functionBoard(db)),
  ])
  return {
    ...(await shownPairs(db, twins, judged)), mayPlan: can(actor, "edit chain"),
    jobs: board.filter(({ column }) => column === "to look at").slice(0, 50).map(({ job, tools }) => ({ job, tools: tools.map(({ ref }) => ref) })),
  }
}

export const meta = () => [{ title: "Duplicates | Throughline" }]

export default function Page() {
  return <TwinsPage {...useLoaderData<typeof loader>()} />
}
