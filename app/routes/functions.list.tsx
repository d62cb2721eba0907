// GET /functions/list: every job that applications do.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { functionColumnWords, functionList } from "~/features/applications/function-list"
import { listFunctions } from "~/features/applications/function-list.queries.server"
import { FunctionTable } from "~/features/applications/function-table"
import { choicesFor } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, functionList)
  const alignment = await currentAlignment(db)
  const mayPlan = can(actor, "edit chain")
  const [list, owners, people, views] = await Promise.all([
    onceFor(alignment, `page of jobs ${JSON.stringify(ask)}`, () => listFunctions(db, ask)),
    onceFor(alignment, "owners of jobs", () => ownersOfKind(db, "function")),
    choicesFor(db, args.request, { kind: "person", some: mayPlan }),
    onceFor(alignment, `views of jobs ${actor.personId}`, () => savedViewsOf(db, actor, "functions")),
  ])
  return {
    ask, list, views, mayPlan, currency: alignment.company.currency, actorId: actor.personId,
    owners: fewChoices("owner", owners.map(asChoice), address), people: people && people.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export function meta() {
  return [{ title: "Jobs | Throughline" }]
}

export default function JobsPage() {
  const { ask, list, owners, views, currency, actorId, mayPlan, people } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "tools", label: "Tools", options: [{ value: "several", label: "More than one" }, { value: "none", label: "None" }] },
    filterBy("owner", "Owner", owners, [{ value: "none", label: "No owner" }]),
  ]
  return (
    <RecordList
      title={list.total === 0 ? "Jobs" : `${list.several} of ${list.total} ${list.total === 1 ? "job is" : "jobs are"} done by more than one tool.`}
      lede="A job is what a tool is used for, such as “Edit PDFs”."
      beside={[{ label: "One tool per job", href: "/functions", current: false }, { label: "All jobs", href: "/functions/list", current: true }]}
      screen="functions" views={views} tabs={[{ label: "More than one tool", query: "tools=several" }, { label: "No tool", query: "tools=none" }]} many="jobs" create={mayPlan ? "New job" : undefined} spec={functionList} ask={ask} address={address} filters={filters}
      sortWords={{ name: "name", tools: "tools", seats: "seats", cost: "yearly cost", owner: "owner" }} groupWords={{ owner: "owner" }} columnWords={functionColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No jobs yet.", words: "Name what people use tools for. Two tools for one job then show up here." }}
    >
      <FunctionTable rows={list.rows} ask={ask} address={address} total={list.total} currency={currency} mayPlan={mayPlan} people={people} actorId={actorId} />
    </RecordList>
  )
}
