// GET /decisions/:code/sheet: the decision on one page of paper.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { findDecision } from "~/features/decisions/decisions.queries.server"
import { roomOf } from "~/features/decisions/room.server"
import { SheetPage } from "~/features/decisions/sheet-page"
import { askedThenIn } from "~/features/decisions/signing"
import { waiversOfSubject } from "~/features/gates/gate-shown.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const { company: { timeZone, currency }, today } = await currentRecords(db)
  const decision = await findDecision(db, args.params.code ?? "")
  const then = decision.content === null ? null : askedThenIn(decision.content)
  const waivers = then ? await waiversOfSubject(db, decision.id, timeZone) : []
  return {
    room: await roomOf(db, actor, decision, { timeZone, currency, today }),
    heard: then && { sentence: `${then.heard}${then.points ? ` Points answered: ${then.points}.` : ""}`, waivers: waivers.map(({ reason, by, on }) => `“${reason}” (${by}, ${on})`) },
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.room.decision.name ?? "Decision"} on one page | Throughline` }]
}

export default function Sheet() {
  return <SheetPage {...useLoaderData<typeof loader>()} />
}
