// GET /applications/portfolio: where the applications belong, as a picture or a table.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { applicationFilters } from "~/features/applications/application-filters"
import { applicationList } from "~/features/applications/application-list"
import { idsThatFit, vendors } from "~/features/applications/application-list.queries.server"
import { portfolio, portfolioMoment } from "~/features/applications/portfolio-list.queries.server"
import { portfolioShown } from "~/features/applications/portfolio"
import { PortfolioPage } from "~/features/applications/portfolio-page"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, applicationList)
  const alignment = await currentAlignment(db)
  const { figures, company, index, today } = alignment
  const [all, moment, owners, jobs, named] = await Promise.all([
    onceFor(alignment, "portfolio", () => portfolio(db, today)),
    onceFor(alignment, "portfolio moment", () => portfolioMoment(db, { today, yearFirstMonth: company.yearFirstMonth })),
    onceFor(alignment, "owners of applications", () => ownersOfKind(db, "application")),
    onceFor(alignment, "all jobs", () => pickElements(db, "function", "", mostChoices)),
    onceFor(alignment, "vendors", () => vendors(db)),
  ])
  const serviceless = figures.gaps.applicationsWithoutService.map(({ id }) => id)
  const fitting = await onceFor(alignment, `portfolio of ${JSON.stringify([ask.q, ask.filters])}`, () => idsThatFit(db, { ...ask, filters: { ...ask.filters, archived: [] } }, serviceless, moment))
  return {
    ask, shown: portfolioShown(all.filter(({ id }) => fitting.has(id)), address.get("view") === "table" ? "table" : "picture"), currency: company.currency, asOf: dayMonthYear(today),
    choices: {
      owners: fewChoices("owner", owners.map(asChoice), address), jobs: fewChoices("job", jobs.map(asChoice), address),
      units: fewChoices("unit", (index.byKind.get("unit") ?? []).map(asChoice), address), named: fewChoices("vendor", named.map((value) => ({ value, label: value })), address),
    },
  }
}

export const meta = () => [{ title: "Portfolio | Throughline" }]

export default function Page() {
  const { choices, ...page } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  return <PortfolioPage {...page} address={address} filters={applicationFilters(choices)} />
}
