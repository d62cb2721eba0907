// GET /services: the list of services.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { workingOf } from "~/features/alignment/working"
import { hasCapabilities } from "~/features/capabilities/capabilities.queries.server"
import { pickElements } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { RecordList } from "~/features/elements/record-list"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { serviceColumnWords, serviceList } from "~/features/services/service-list"
import { listServices } from "~/features/services/service-list.queries.server"
import { ServiceTable } from "~/features/services/service-table"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, serviceList)
  const { figures, index, company, today } = await currentAlignment(db)
  const gaps = Object.fromEntries(figures.gaps.servicesWithoutPath.map(({ id, acceptedUntil }) => [id, { acceptedUntil }]))
  const mayPlan = can(actor, "edit chain")
  const [list, owners, people, goals, units, layered, views] = await Promise.all([
    listServices(db, ask, Object.keys(gaps)), ownersOfKind(db, "service"), mayPlan ? pickElements(db, "person") : null, pickElements(db, "goal"), pickElements(db, "unit"), hasCapabilities(db), savedViewsOf(db, actor, "services"),
  ])
  return {
    ask, list, owners, goals, units, layered, views, gaps, actorId: actor.personId, mayImport: can(actor, "import"), count: figures.counts.services,
    working: workingOf({ index, figures, currency: company.currency, asOf: dayMonthYear(today), yearLabel: null }, "services"),
    people: people?.map(({ id, name }) => ({ value: id, label: name })) ?? null,
  }
}

export function meta() {
  return [{ title: "Services | Throughline" }]
}

export default function ServicesPage() {
  const { ask, list, owners, goals, units, layered, views, gaps, actorId, mayImport, count, working, people } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const named = (refs: typeof owners) => refs.map(({ code, name }) => ({ value: code, label: name }))
  const open = Object.values(gaps).filter((gap) => gap.acceptedUntil === null).length
  const filters = [
    { name: "gap", label: "Gap", options: [{ value: "yes", label: "No path to a goal" }] },
    { name: "owner", label: "Owner", options: [{ value: "none", label: "No owner" }, ...named(owners)] },
    { name: "goal", label: "Goal", options: [{ value: "none", label: "Supports none" }, ...named(goals)] },
    { name: "unit", label: "Unit", options: [{ value: "none", label: "Used by none" }, ...named(units)] },
  ]
  return (
    <RecordList
      title={`${count} ${count === 1 ? "service runs" : "services run"}. ${open === 0 ? "All lead to a goal." : `${open} ${open === 1 ? "leads" : "lead"} to no goal.`}`}
      lede={<>A service is what people use from IT. <HowWorkedOut figure={working} /></>}
      beside={layered ? [{ label: "Services", href: "/services", current: true }, { label: "Capabilities", href: "/capabilities", current: false }] : undefined}
      screen="services" views={views} tabs={[{ label: "No path to a goal", query: "gap=yes", count: Object.keys(gaps).length }]} many="services" create={people ? "New service" : undefined} importAs={mayImport ? "service" : undefined} spec={serviceList} ask={ask} address={address} filters={filters}
      sortWords={{ gap: "gaps first", name: "name", owner: "owner", units: "units that use it" }} groupWords={{ gap: "gap", owner: "owner" }} columnWords={serviceColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No services yet.", words: "Start with what people would miss first: ordering, e-mail, paying." }}
    >
      <ServiceTable rows={list.rows} ask={ask} address={address} total={list.total} gaps={gaps} people={people} actorId={actorId} />
    </RecordList>
  )
}
