// GET /standards: how products stand in their jobs, until when, and who decided it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { standardLifecycles, standardLifecycleWords, standardStatuses, standardStatusWords } from "~/features/decisions/standard"
import { standardColumnWords, standardList, standardsTitle } from "~/features/decisions/standard-list"
import { listStandards, standardCounts, standardSides } from "~/features/decisions/standard-list.queries.server"
import { StandardTable } from "~/features/decisions/standard-table"
import { expiries, expiryWords } from "~/features/decisions/standard-time"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, standardList)
  const alignment = await currentAlignment(db)
  const { today } = alignment
  const [list, counts, sides, views] = await Promise.all([
    onceFor(alignment, `page of standards ${JSON.stringify(ask)}`, () => listStandards(db, ask, today)),
    onceFor(alignment, "counts of standards", () => standardCounts(db, today)),
    onceFor(alignment, "sides of standards", () => standardSides(db)),
    onceFor(alignment, `views of standards ${actor.personId}`, () => savedViewsOf(db, actor, "standards")),
  ])
  return {
    ask, list, counts, views, mayImport: can(actor, "import"),
    jobs: fewChoices("job", sides.jobs.map(asChoice), address), decisions: fewChoices("decision", sides.decisions.map(asChoice), address),
  }
}

export const meta = () => [{ title: "Standards | Throughline" }]

export default function StandardsPage() {
  const { ask, list, counts, views, mayImport, jobs, decisions } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "status", label: "May it be used", options: standardStatuses.map((value) => ({ value, label: standardStatusWords[value] })) },
    { name: "lifecycle", label: "Standing", options: standardLifecycles.map((value) => ({ value, label: standardLifecycleWords[value] })) },
    { name: "expiry", label: "Allowed until", options: [...expiries.map((value) => ({ value: value as string, label: expiryWords[value] })), { value: "none", label: "No end" }] },
    filterBy("job", "Job", jobs, [{ value: "none", label: "None in particular" }]),
    filterBy("decision", "Decision", decisions),
  ]
  return (
    <RecordList
      title={standardsTitle(counts)} screen="standards" views={views} many="standards" spec={standardList} ask={ask} address={address} filters={filters}
      lede={<><a className="in-words" href="/allowed">Is it allowed?</a> · <a className="in-words" href="/standards/changes">What changed between two days</a> · <a className="in-words" href="/standards/families">Families whose versions stand differently</a>{mayImport ? <> · <a className="in-words" href="/settings/imports/new?as=standard">Bring a list in</a></> : null}</>}
      tabs={[{ label: "Expired", query: "expiry=overdue", count: counts.overdue }, { label: "Expire this quarter", query: "expiry=this+week&expiry=this+quarter" }]}
      sortWords={{ name: "name", job: "job", status: "status", expires: "end of approval", since: "since when" }} groupWords={{ job: "job", status: "status" }} columnWords={standardColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "Nothing is decided about any product yet.", words: "Standards come from signed decisions, or from a list that your company keeps already." }}
    >
      <StandardTable rows={list.rows} ask={ask} address={address} total={list.total} />
    </RecordList>
  )
}
