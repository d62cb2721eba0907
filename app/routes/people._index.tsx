// GET /people: the list of people.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { personColumnWords, personList } from "~/features/people/person-list"
import { listPeople } from "~/features/people/person-list.queries.server"
import { PersonTable } from "~/features/people/person-table"
import { roleLevels, roleLevelWords } from "~/features/units/unit"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, personList)
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([
    onceFor(alignment, `page of people ${JSON.stringify(ask)}`, () => listPeople(db, ask)),
    onceFor(alignment, `views of people ${actor.personId}`, () => savedViewsOf(db, actor, "people")),
  ])
  const units = onceFor(alignment, "choices of unit", () => (alignment.index.byKind.get("unit") ?? []).map(asChoice))
  return { ask, list, views, units: fewChoices("unit", units, address), mayEdit: can(actor, "edit engagement"), mayAdminister: can(actor, "administer") }
}

export function meta() {
  return [{ title: "People | Throughline" }]
}

export default function PeoplePage() {
  const { ask, list, units, views, mayEdit, mayAdminister } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    filterBy("unit", "Unit", units, [{ value: "none", label: "No unit" }]),
    { name: "level", label: "Role level", options: roleLevels.map((value) => ({ value, label: roleLevelWords[value] })) },
    { name: "account", label: "Account", options: [{ value: "yes", label: "Can sign in" }, { value: "no", label: "No account" }] },
  ]
  return (
    <RecordList
      title={`${list.total} ${list.total === 1 ? "person" : "people"}, ${list.accounts} with an account.`}
      lede="People in and around the company. Nobody needs an account to own a goal or to be named."
      beside={[{ label: "Units", href: "/units", current: false }, { label: "People", href: "/people", current: true }]}
      screen="people" views={views} tabs={[{ label: "Can sign in", query: "account=yes" }]} many="people" create={mayEdit ? "New person or group" : undefined} spec={personList} ask={ask} address={address} filters={filters}
      sortWords={{ name: "name", unit: "unit", title: "title", owns: "how much they own" }} groupWords={{ unit: "unit", level: "role level" }} columnWords={personColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "Nobody yet.", words: "Add the people who own goals, work, services and tools." }}
    >
      <PersonTable rows={list.rows} ask={ask} address={address} total={list.total} mayEdit={mayEdit} mayAdminister={mayAdminister} />
    </RecordList>
  )
}
