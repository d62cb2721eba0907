// GET /functions: the jobs that applications do.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { functionColumnWords, functionList } from "~/features/applications/function-list"
import { listFunctions } from "~/features/applications/function-list.queries.server"
import { FunctionTable } from "~/features/applications/function-table"
import { pickElements } from "~/features/elements/elements.queries.server"
import { listAsk } from "~/features/elements/list"
import { RecordList } from "~/features/elements/record-list"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const ask = listAsk(new URL(args.request.url).searchParams, functionList)
  const [list, owners, people, { company }, views] = await Promise.all([
    listFunctions(db, ask), ownersOfKind(db, "function"), can(actor, "edit chain") ? pickElements(db, "person") : null, currentAlignment(db), savedViewsOf(db, actor, "functions"),
  ])
  return { ask, list, owners, views, currency: company.currency, actorId: actor.personId, people: people?.map(({ id, name }) => ({ value: id, label: name })) ?? null }
}

export function meta() {
  return [{ title: "Jobs | Throughline" }]
}

export default function JobsPage() {
  const { ask, list, owners, views, currency, actorId, people } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "tools", label: "Tools", options: [{ value: "several", label: "More than one" }, { value: "none", label: "None" }] },
    { name: "owner", label: "Owner", options: [{ value: "none", label: "No owner" }, ...owners.map(({ code, name }) => ({ value: code, label: name }))] },
  ]
  return (
    <RecordList
      title={list.total === 0 ? "Jobs" : `${list.several} of ${list.total} ${list.total === 1 ? "job is" : "jobs are"} done by more than one tool.`}
      lede="A job is what a tool is used for, such as “Edit PDFs”."
      beside={[{ label: "Applications", href: "/applications", current: false }, { label: "Jobs", href: "/functions", current: true }]}
      screen="functions" views={views} tabs={[{ label: "More than one tool", query: "tools=several" }, { label: "No tool", query: "tools=none" }]} many="jobs" create={people ? "New job" : undefined} spec={functionList} ask={ask} address={address} filters={filters}
      sortWords={{ name: "name", tools: "tools", seats: "seats", cost: "yearly cost", owner: "owner" }} groupWords={{ owner: "owner" }} columnWords={functionColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No jobs yet.", words: "Name what people use tools for. Two tools for one job then show up here." }}
    >
      <FunctionTable rows={list.rows} ask={ask} address={address} total={list.total} currency={currency} people={people} actorId={actorId} />
    </RecordList>
  )
}
