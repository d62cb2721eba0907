// GET /capabilities: the tree of capabilities.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { capabilityColumnWords, capabilityList } from "~/features/capabilities/capability-list"
import { listCapabilities } from "~/features/capabilities/capability-list.queries.server"
import { CapabilityTable } from "~/features/capabilities/capability-table"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { listAsk } from "~/features/elements/list"
import { RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const ask = listAsk(new URL(args.request.url).searchParams, capabilityList)
  const db = database()
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([
    onceFor(alignment, `page of capabilities ${JSON.stringify(ask)}`, () => listCapabilities(db, ask)),
    onceFor(alignment, `views of capabilities ${actor.personId}`, () => savedViewsOf(db, actor, "capabilities")),
  ])
  return { ask, list, views, mayPlan: can(actor, "edit chain") }
}

export function meta() {
  return [{ title: "Capabilities | Throughline" }]
}

export default function CapabilitiesPage() {
  const { ask, list, views, mayPlan } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  return (
    <RecordList
      title={list.total === 0 ? "No capability is shown here." : `${list.total} ${list.total === 1 ? "capability" : "capabilities"}.`}
      lede="What the business must be able to do. This layer between goals and services is optional."
      beside={[{ label: "Services", href: "/services", current: false }, { label: "Capabilities", href: "/capabilities", current: true }]}
      screen="capabilities" views={views} many="capabilities" create={mayPlan ? "New capability" : undefined} spec={capabilityList} ask={ask} address={address} filters={[]}
      sortWords={{ name: "name" }} columnWords={capabilityColumnWords} page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "No capabilities yet.", words: "You can do without them: services may support goals directly." }}
    >
      <CapabilityTable rows={list.rows} ask={ask} address={address} total={list.total} mayPlan={mayPlan} />
    </RecordList>
  )
}
