// GET /decisions/D-4: the room of a decision.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { isOpen } from "~/features/decisions/decision"
import { findDecision } from "~/features/decisions/decisions.queries.server"
import { RoomPage } from "~/features/decisions/room-page"
import { roomOf } from "~/features/decisions/room.server"
import { choicesFor } from "~/features/elements/elements.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { DecisionGate } from "~/features/gates/decision-gate"
import { gateShown } from "~/features/gates/gate-shown.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const records = await currentRecords(db)
  const { company: { timeZone, currency }, today } = records
  const decision = await findDecision(db, args.params.code ?? "")
  const [room, panels, gate] = await Promise.all([
    roomOf(db, actor, decision, { timeZone, currency, today }), recordPanels(db, actor, decision.id, { request: args.request, version: records }),
    decision.importedFrom === null ? gateShown(db, decision.id, { now: new Date(), timeZone }) : null,
  ])
  const some = room.may.edit
  const choices = {
    function: await choicesFor(db, args.request, { kind: "function", some }), application: await choicesFor(db, args.request, { kind: "application", some }), unit: await choicesFor(db, args.request, { kind: "unit", some }),
  }
  return { room, panels, choices, gate, mayAsk: can(actor, "edit engagement") && isOpen(decision.state) && decision.archivedAt === null }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.room.decision.name ?? "Decision"} | Throughline` }]
}

export default function Room() {
  const { gate, mayAsk, ...page } = useLoaderData<typeof loader>()
  return <RoomPage {...page} gate={gate ? <DecisionGate gate={gate} code={page.room.decision.code} state={page.room.decision.state} mayAsk={mayAsk} /> : null} gateOpen={gate?.open ?? true} />
}
