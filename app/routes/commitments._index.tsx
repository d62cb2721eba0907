// GET /commitments: the ledger of promises.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { ledgerTitle } from "~/features/commitments/commitment"
import { commitmentColumnWords, commitmentFilterWords, commitmentList } from "~/features/commitments/commitment-list"
import { commitmentSides, commitmentStandings, listCommitments } from "~/features/commitments/commitment-list.queries.server"
import { CommitmentTable } from "~/features/commitments/commitment-table"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, commitmentList)
  const alignment = await currentAlignment(db)
  const day = { today: alignment.today, timeZone: alignment.company.timeZone }
  const [list, standings, sides, views] = await Promise.all([
    onceFor(alignment, `page of promises ${JSON.stringify(ask)}`, () => listCommitments(db, ask, day)),
    onceFor(alignment, "promises", () => commitmentStandings(db, day)),
    onceFor(alignment, "sides of promises", () => commitmentSides(db)),
    onceFor(alignment, `views of promises ${actor.personId}`, () => savedViewsOf(db, actor, "commitments")),
  ])
  return {
    ask, list, views, mayMake: can(actor, "edit engagement"), title: ledgerTitle(standings.map(({ standing }) => standing)),
    late: standings.filter(({ standing }) => standing.standing === "late").length,
    owners: fewChoices("owner", sides.owners.map(asChoice), address), units: fewChoices("unit", sides.units.map(asChoice), address),
  }
}

export const meta = () => [{ title: "Promises | Throughline" }]

export default function CommitmentsPage() {
  const { ask, list, views, mayMake, title, late, owners, units } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "state", label: "State", options: [...commitmentFilterWords] },
    filterBy("unit", "Promised to", units, [{ value: "none", label: "Nobody in particular" }]),
    filterBy("owner", "Owner", owners, [{ value: "none", label: "No owner" }]),
  ]
  return (
    <RecordList
      title={title} lede={<>What we said we would do, for whom and by when. A promise is late from the day after its due date. <a className="in-words" href="/calendar">Your dates in your own calendar</a></>}
      screen="commitments" views={views} tabs={[{ label: "Late", query: "state=late", count: late }, { label: "Open", query: "state=open" }]} many="promises"
      create={mayMake ? "New promise" : undefined} spec={commitmentList} ask={ask} address={address} filters={filters}
      sortWords={{ due: "due date", name: "name", unit: "unit", owner: "owner", moves: "times moved" }} groupWords={{ unit: "unit", owner: "owner" }} columnWords={commitmentColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "Nothing promised yet.", words: "A promise has an owner and a date. Write down the first thing you said you would do." }}
    >
      <CommitmentTable rows={list.rows} ask={ask} address={address} total={list.total} mayMake={mayMake} />
    </RecordList>
  )
}
