// GET /services: the list of services.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { workingOf } from "~/features/alignment/working"
import { hasCapabilities } from "~/features/capabilities/capabilities.queries.server"
import { choicesFor } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { serviceColumnWords, serviceList } from "~/features/services/service-list"
import { listServices } from "~/features/services/service-list.queries.server"
import { ServiceTable } from "~/features/services/service-table"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, serviceList)
  const alignment = await currentAlignment(db)
  const { figures, index, company, today } = alignment
  const pathless = figures.gaps.servicesWithoutPath
  const mayPlan = can(actor, "edit chain")
  const [list, owners, people, layered, views] = await Promise.all([
    onceFor(alignment, `page of services ${JSON.stringify(ask)}`, () => listServices(db, ask, pathless.map(({ id }) => id))),
    onceFor(alignment, "owners of services", () => ownersOfKind(db, "service")),
    choicesFor(db, args.request, { kind: "person", some: mayPlan }),
    onceFor(alignment, "layered", () => hasCapabilities(db)),
    onceFor(alignment, `views of services ${actor.personId}`, () => savedViewsOf(db, actor, "services")),
  ])
  const shown = new Set(list.rows.map(({ id }) => id))
  const all = (kind: "goal" | "unit") => onceFor(alignment, `choices of ${kind}`, () => (index.byKind.get(kind) ?? []).map(asChoice))
  return {
    ask, list, layered, views, mayPlan, actorId: actor.personId, mayImport: can(actor, "import"), count: figures.counts.services,
    gaps: Object.fromEntries(pathless.flatMap(({ id, acceptedUntil }) => (shown.has(id) ? [[id, { acceptedUntil }]] : []))),
    lacking: pathless.length, open: pathless.filter((gap) => gap.acceptedUntil === null).length,
    owners: fewChoices("owner", owners.map(asChoice), address), goals: fewChoices("goal", all("goal"), address), units: fewChoices("unit", all("unit"), address),
    working: workingOf({ index, figures, currency: company.currency, asOf: dayMonthYear(today), yearLabel: null }, "services"),
    people: people && people.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export function meta() {
  return [{ title: "Services | Throughline" }]
}

export default function ServicesPage() {
  const { ask, list, owners, goals, units, layered, views, gaps, lacking, open, actorId, mayImport, count, working, mayPlan, people } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "gap", label: "Gap", options: [{ value: "yes", label: "No path to a goal" }] },
    filterBy("owner", "Owner", owners, [{ value: "none", label: "No owner" }]),
    filterBy("goal", "Goal", goals, [{ value: "none", label: "Supports none" }]),
    filterBy("unit", "Unit", units, [{ value: "none", label: "Used by none" }]),
  ]
  return (
    <RecordList
      title={count === 0 ? "No service is recorded yet." : `${count} ${count === 1 ? "service runs" : "services run"}. ${open === 0 ? "All lead to a goal." : `${open} ${open === 1 ? "leads" : "lead"} to no goal.`}`}
      lede={<>A service is what people use from IT. <HowWorkedOut figure={working} /></>}
      beside={layered ? [{ label: "Services", href: "/services", current: true }, { label: "Capabilities", href: "/capabilities", current: false }] : undefined}
      screen="services" views={views} tabs={[{ label: "No path to a goal", query: "gap=yes", count: lacking }]} many="services" create={mayPlan ? "New service" : undefined} importAs={mayImport ? "service" : undefined} spec={serviceList} ask={ask} address={address} filters={filters}
      sortWords={{ gap: "gaps first", name: "name", owner: "owner", units: "units that use it" }} groupWords={{ gap: "gap", owner: "owner" }} columnWords={serviceColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No services yet.", words: "Start with what people would miss first: ordering, e-mail, paying." }}
    >
      <ServiceTable rows={list.rows} ask={ask} address={address} total={list.total} gaps={gaps} mayPlan={mayPlan} people={people} actorId={actorId} />
    </RecordList>
  )
}
