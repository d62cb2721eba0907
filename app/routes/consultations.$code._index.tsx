// GET /consultations/R-9: before the conversation: who is affected, who was heard, who is missing.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { packed, unpacked } from "~/core/packed"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { BeforePage } from "~/features/consultations/before-page"
import { beforeTab } from "~/features/consultations/before.server"
import { WaiverLine } from "~/features/gates/asked-card"
import { waiversOfSubject } from "~/features/gates/gate-shown.server"
import { Card } from "~/ui/card"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const tab = await beforeTab(actor, args.params.code ?? "", new URL(args.request.url).searchParams)
  const { head: { name }, subject } = tab
  const db = database()
  const records = await currentRecords(db)
  const waivers = subject ? await onceFor(records, `waivers of ${subject.id}`, () => waiversOfSubject(db, subject.id, records.company.timeZone)) : []
  return { name, tab: packed(tab), waivers }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.name ?? "Conversation"} | Throughline` }]
}

export default function Before() {
  const { tab, waivers } = useLoaderData<typeof loader>()
  const card = waivers.length === 0 ? null : <Card id="waivers" title="Waived"><ul className="lines">{waivers.map((waiver) => <WaiverLine key={waiver.id} waiver={waiver} />)}</ul></Card>
  return <BeforePage page={unpacked(tab)} waivers={card} />
}
