// GET /applications/A-3: one application.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { addDays, financialYearOf } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { contractNearDays, contractState } from "~/features/applications/application"
import { ApplicationPage } from "~/features/applications/application-page"
import { findApplication } from "~/features/applications/applications.queries.server"
import { costYears } from "~/features/applications/cost-line"
import { fitCountsFrom, fitOf } from "~/features/applications/fit"
import { costLinesOf, fitAnswersOf, mergedFrom, mergedInto } from "~/features/applications/portfolio.queries.server"
import { pathOf } from "~/features/elements/element"
import { StandingCard } from "~/features/decisions/standard-table"
import { standardsOver } from "~/features/decisions/standard-list.queries.server"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const application = await onceFor(alignment, `application ${args.params.code}`, () => findApplication(db, args.params.code ?? ""))
  const { id } = application
  if (application.archivedAt !== null) {
    const into = await mergedInto(db, id)
    // the short id of a merged record leads to the one it went into, whose page says so
    if (into) throw redirect(`${pathOf(into.kind, into.code)}#merged`)
  }
  const [links, panels, answers, costs, merged, standings] = await Promise.all([
    onceFor(alignment, `links of ${id}`, () => linksOf(db, id)),
    recordPanels(db, actor, id, { request: args.request, version: alignment }),
    onceFor(alignment, `fit answers of ${id}`, () => fitAnswersOf(db, id)),
    onceFor(alignment, `costs of ${id}`, () => costLinesOf(db, [id])),
    onceFor(alignment, `merged into ${id}`, () => mergedFrom(db, id)),
    onceFor(alignment, `standings of ${id}`, () => standardsOver(db, { applicationId: id }, alignment.today, { history: true })),
  ])
  const pick = (kind: "service" | "function" | "unit") => choicesFor(db, args.request, { kind, some: panels.mayEdit && (kind === "function" || alignment.index.byKind.has(kind)) })
  const [services, jobs, units] = await Promise.all([pick("service"), pick("function"), pick("unit")])
  const { today, company } = alignment
  const { number: _, ownerIds: __, ...fields } = application
  return {
    application: { ...fields, ...asRef(application) }, links, panels, standings, today, choices: { services, jobs, units },
    currency: company.currency, gap: alignment.gapsOf(id)[0] ?? null, why: await answeredWhy(db, alignment, id),
    fit: fitOf(answers, today), costs: costYears(costs), thisYear: financialYearOf(today, company.yearFirstMonth), merged,
    contract: contractState(application, today, addDays(today, contractNearDays)),
    answers: answers.map((answer) => ({ ...answer, counts: answer.answeredOn >= fitCountsFrom(today), mayRemove: application.archivedAt === null && (panels.mayEdit || answer.respondentId === actor.personId) })),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.application.name ?? "Application"} | Throughline` }]
}

export default function Page() {
  const { standings, today, ...page } = useLoaderData<typeof loader>()
  return <ApplicationPage {...page} standing={<StandingCard rows={standings} of="application" today={today} asks={page.application.name} />} />
}
