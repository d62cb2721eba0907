// GET /stakeholders: people and groups as parties.
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
import { partyColumnWords, partyList, standingList } from "~/features/stakeholders/stakeholder-list"
import { listParties } from "~/features/stakeholders/stakeholder-list.queries.server"
import { StakeholderTable } from "~/features/stakeholders/stakeholder-table"
import { quarters, quarterWords } from "~/features/stakeholders/standing"
import { roleLevels, roleLevelWords } from "~/features/units/unit"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const withStanding = can(actor, "see standing")
  const ask = listAsk(address, withStanding ? standingList : partyList)
  const alignment = await currentAlignment(db)
  const { today, company } = alignment
  const [list, views] = await Promise.all([
    listParties(db, { list: ask, withStanding, today, timeZone: company.timeZone }),
    onceFor(alignment, `views of stakeholders ${actor.personId}`, () => savedViewsOf(db, actor, "stakeholders")),
  ])
  const units = onceFor(alignment, "choices of unit", () => (alignment.index.byKind.get("unit") ?? []).map(asChoice))
  return { ask, list, views, units: fewChoices("unit", units, address), withStanding, mayEdit: can(actor, "edit engagement"), mayImport: can(actor, "import") }
}

export function meta() {
  return [{ title: "People & groups | Throughline" }]
}

export default function StakeholdersPage() {
  const { ask, list, units, views, withStanding, mayEdit, mayImport } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const spec = withStanding ? standingList : partyList
  const filters = [
    filterBy("unit", "Unit", units, [{ value: "none", label: "No unit" }]),
    { name: "level", label: "Role level", options: roleLevels.map((value) => ({ value, label: roleLevelWords[value] })) },
    { name: "party", label: "Person or group", options: [{ value: "person", label: "People" }, { value: "group", label: "Groups" }] },
    ...(withStanding ? [{ name: "quarter", label: "How to work together", options: [...quarters.map((value) => ({ value, label: quarterWords[value] })), { value: "unknown", label: "Not known yet" }] }] : []),
  ]
  return (
    <RecordList
      title={`${list.total - list.groups} people and ${list.groups} ${list.groups === 1 ? "group" : "groups"}, ${list.heard} of them heard.`}
      lede="Who decides, who is affected, and when you last spoke."
      beside={withStanding ? [{ label: "List", href: "/stakeholders", current: true }, { label: "Who decides, who is affected", href: "/stakeholders/grid", current: false }] : undefined}
      screen="stakeholders" views={views} tabs={[{ label: "Groups", query: "party=group" }]} many="people and groups" spec={spec} ask={ask} address={address} filters={filters}
      create={mayEdit ? "New person or group" : undefined} createHref="/people/new" importAs={mayImport ? "person" : undefined}
      sortWords={{ name: "name", unit: "unit", spoken: "last conversation", due: "next due", influence: "influence", interest: "affected", priority: "priority" }}
      groupWords={{ unit: "unit", level: "role level" }} columnWords={partyColumnWords} page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "Nobody yet.", words: "Add the 10 people who can stop or make your plans, or import a list. Nobody is written to." }}
    >
      <StakeholderTable rows={list.rows} spec={spec} ask={ask} address={address} total={list.total} />
    </RecordList>
  )
}
