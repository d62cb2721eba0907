// GET /units: the tree of units.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { listAsk } from "~/features/elements/list"
import { RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { unitColumnWords, unitList } from "~/features/units/unit-list"
import { listUnits } from "~/features/units/unit-list.queries.server"
import { UnitTable } from "~/features/units/unit-table"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, unitList)
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([
    onceFor(alignment, `page of units ${JSON.stringify(ask)}`, () => listUnits(db, ask)),
    onceFor(alignment, `views of units ${actor.personId}`, () => savedViewsOf(db, actor, "units")),
  ])
  return { ask, list, views, currency: alignment.company.currency, mayPlan: can(actor, "edit chain"), mayImport: can(actor, "import") }
}

export function meta() {
  return [{ title: "Units | Throughline" }]
}

export default function UnitsPage() {
  const { ask, list, views, currency, mayPlan, mayImport } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const people = list.people === null ? "How many people they have is not known yet." : `${list.people} people work in them.`
  const missing = list.withoutHeadcount === 0 ? "" : ` The headcount of ${list.withoutHeadcount} is not known.`
  return (
    <RecordList
      title={list.total === 0 ? "No unit is shown here." : `${list.total} ${list.total === 1 ? "unit" : "units"}. ${people}`}
      lede={`Departments and teams with the people directly in them, by role level; totals add the sub-units.${missing}`}
      beside={[{ label: "Units", href: "/units", current: true }, { label: "People", href: "/people", current: false }]}
      screen="units" views={views} many="units" create={mayPlan ? "New unit" : undefined} importAs={mayImport ? "unit" : undefined} spec={unitList} ask={ask} address={address} filters={[]}
      sortWords={{ name: "name" }} columnWords={unitColumnWords} page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No units yet.", words: "A unit is a department or a team. Start with the ones on top." }}
    >
      <UnitTable rows={list.rows} ask={ask} address={address} total={list.total} currency={currency} mayPlan={mayPlan} />
    </RecordList>
  )
}
