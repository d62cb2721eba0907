// GET /functions/F-3: one job and the tools that do it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { FunctionPage } from "~/features/applications/function-page"
import { toolsOf } from "~/features/applications/function-list.queries.server"
import { findFunction } from "~/features/applications/functions.queries.server"
import { StandingCard } from "~/features/decisions/standard-table"
import { standardsOver } from "~/features/decisions/standard-list.queries.server"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { company, index } = alignment
  const job = await onceFor(alignment, `job ${args.params.code}`, () => findFunction(db, args.params.code ?? ""))
  const [board, tools, panels, standings] = await Promise.all([
    onceFor(alignment, "board of jobs", () => functionBoard(db)),
    onceFor(alignment, `tools of ${job.id}`, () => toolsOf(db, job.id)),
    recordPanels(db, actor, job.id, { request: args.request, version: alignment }),
    onceFor(alignment, `standings for ${job.id}`, () => standardsOver(db, { functionId: job.id }, alignment.today, { history: false })),
  ])
  return {
    job: { ...asRef(job), summary: job.summary, archivedAt: job.archivedAt }, tools, panels, standings, today: alignment.today, card: board.find((card) => card.job.id === job.id) ?? null, currency: company.currency,
    choices: await choicesFor(db, args.request, { kind: "application", some: panels.mayEdit && index.byKind.has("application") }),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.job.name ?? "Job"} | Throughline` }]
}

export default function Page() {
  const { standings, today, ...page } = useLoaderData<typeof loader>()
  return <FunctionPage {...page} standing={<StandingCard rows={standings} of="function" today={today} asks={page.tools[0]?.name ?? ""} />} />
}
