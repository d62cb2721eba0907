// GET and POST /decisions/:code/ready: puts a decision before its deciders, through its gate.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { readyForm } from "~/features/decisions/decision.schema"
import type { EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { putBeforeDeciders } from "~/features/gates/decisions.commands.server"
import { ReadyPage } from "~/features/gates/ready-page"
import { readyShown } from "~/features/gates/ready-shown.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "name deciders")
  return readyShown(database(), args.params.code ?? "")
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "name deciders")
  const code = args.params.code ?? ""
  return submit(args.request, readyForm, async ({ waiver, operationId }) => {
    await putBeforeDeciders(actor, { id: await idOf(database(), code, "decision"), waiver, operationId })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Put before the deciders | Throughline" }]

export default function Ready() {
  const page = useLoaderData<typeof loader>()
  return <ReadyPage {...page} reply={useActionData() as EditReply | undefined} />
}
