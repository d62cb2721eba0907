// GET and POST /decisions/:code/sign: a named decider reads the frozen words and signs them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { signForm } from "~/features/decisions/decision.schema"
import { findDecision } from "~/features/decisions/decisions.queries.server"
import { roomOf } from "~/features/decisions/room.server"
import { SignPage } from "~/features/decisions/sign-page"
import type { EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { signDecision } from "~/features/gates/decisions.commands.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "comment")
  const db = database()
  const { company: { timeZone, currency }, today } = await currentRecords(db)
  return { room: await roomOf(db, actor, await findDecision(db, args.params.code ?? ""), { timeZone, currency, today }) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  const code = args.params.code ?? ""
  return submit(args.request, signForm, async (posted) => {
    const { operationId } = await signDecision(actor, { ...posted, id: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Sign | Throughline" }]

export default function Sign() {
  const { room } = useLoaderData<typeof loader>()
  return <SignPage room={room} reply={useActionData() as EditReply | undefined} />
}
