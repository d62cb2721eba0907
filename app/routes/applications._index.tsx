// GET /applications: the list of applications.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { fullMoney } from "~/core/money"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { workingOf } from "~/features/alignment/working"
import { applicationFilters } from "~/features/applications/application-filters"
import { applicationColumnWords, applicationList } from "~/features/applications/application-list"
import { applicationTotals, listApplications, vendors } from "~/features/applications/application-list.queries.server"
import { portfolioMoment } from "~/features/applications/portfolio-list.queries.server"
import { ApplicationTable } from "~/features/applications/application-table"
import { choicesFor, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { RecordList } from "~/features/elements/record-list"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, applicationList)
  const alignment = await currentAlignment(db)
  const { figures, company, index, today } = alignment
  const serviceless = figures.gaps.applicationsWithoutService
  const ids = serviceless.map(({ id }) => id)
  const mayPlan = can(actor, "edit chain")
  const moment = await onceFor(alignment, "portfolio moment", () => portfolioMoment(db, { today, yearFirstMonth: company.yearFirstMonth }))
  const [list, totals, owners, jobs, named, people, views] = await Promise.all([
    onceFor(alignment, `page of applications ${JSON.stringify(ask)}`, () => listApplications(db, ask, ids, moment)),
    onceFor(alignment, `sums of applications ${JSON.stringify([ask.q, ask.filters])}`, () => applicationTotals(db, ask, ids, moment)),
    onceFor(alignment, "owners of applications", () => ownersOfKind(db, "application")),
    onceFor(alignment, "all jobs", () => pickElements(db, "function", "", mostChoices)),
    onceFor(alignment, "vendors", () => vendors(db)),
    choicesFor(db, args.request, { kind: "person", some: mayPlan }),
    onceFor(alignment, `views of applications ${actor.personId}`, () => savedViewsOf(db, actor, "applications")),
  ])
  const shown = new Set(list.rows.map(({ id }) => id))
  return {
    ask, list, totals, views, mayPlan, mayImport: can(actor, "import"),
    owners: fewChoices("owner", owners.map(asChoice), address), jobs: fewChoices("job", jobs.map(asChoice), address),
    units: fewChoices("unit", onceFor(alignment, "choices of unit", () => (alignment.index.byKind.get("unit") ?? []).map(asChoice)), address),
    named: fewChoices("vendor", named.map((value) => ({ value, label: value })), address),
    gaps: Object.fromEntries(serviceless.flatMap(({ id, acceptedUntil }) => (shown.has(id) ? [[id, { acceptedUntil }]] : []))),
    lacking: ids.length, open: serviceless.filter((gap) => gap.acceptedUntil === null).length, currency: company.currency, actorId: actor.personId, count: index.byKind.get("application")?.length ?? 0,
    working: workingOf({ index, figures, currency: company.currency, asOf: dayMonthYear(today), yearLabel: null }, "applications"),
    people: people && people.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export function meta() {
  return [{ title: "Applications | Throughline" }]
}

export default function ApplicationsPage() {
  const { ask, list, totals, owners, jobs, units, named, views, gaps, lacking, open, currency, actorId, count, working, mayPlan, mayImport, people } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = applicationFilters({ owners, jobs, units, named })
  const money = totals.cost === null ? "What they cost is not known yet." : `${fullMoney(totals.cost, currency)} a year${totals.seats === null ? "" : ` for ${totals.seats} seats`}.`
  const missing = totals.withoutCost === 0 ? "" : ` The cost of ${totals.withoutCost} is not fully known.`
  return (
    <RecordList
      title={count === 0 ? "No application is recorded yet." : `${count} ${count === 1 ? "application" : "applications"}. ${open === 0 ? "All deliver a service." : `${open} ${open === 1 ? "delivers" : "deliver"} no service.`}`}
      lede={<>{`${totals.count === count ? "" : `The ${totals.count} shown here: `}${money}${missing}`} <HowWorkedOut figure={working} /></>}
      beside={[{ label: "Applications", href: "/applications", current: true }, { label: "Portfolio", href: "/applications/portfolio", current: false }, { label: "Duplicates", href: "/applications/duplicates", current: false }, { label: "One tool per job", href: "/functions", current: false }]}
      screen="applications" views={views} tabs={[{ label: "No service", query: "gap=yes", count: lacking }, { label: "Planned otherwise", query: "mismatch=yes" }, { label: "Notice due", query: "contract=notice" }]} many="applications" create={mayPlan ? "New application" : undefined} importAs={mayImport ? "application" : undefined} spec={applicationList} ask={ask} address={address} filters={filters}
      sortWords={{ gap: "gaps first", name: "name", lifecycle: "stage", vendor: "vendor", owner: "owner", seats: "seats", cost: "yearly cost" }}
      groupWords={{ job: "job", lifecycle: "stage", vendor: "vendor", owner: "owner" }} columnWords={applicationColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No applications yet.", words: "An application is a tool in use. Start with the ones most people open every day." }}
    >
      <ApplicationTable rows={list.rows} ask={ask} address={address} total={list.total} gaps={gaps} currency={currency} mayPlan={mayPlan} people={people} actorId={actorId} />
    </RecordList>
  )
}
