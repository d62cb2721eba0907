// GET and POST /initiatives/I-34/stage: moves an initiative to another stage; ?to=approved shows what its gate says first.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { saved } from "~/core/return.server"
import { theCompany } from "~/features/company/company.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { RefusedForm } from "~/features/elements/refused-form"
import { ApprovePage, ApprovedAlready } from "~/features/gates/approve-page"
import { gateShown } from "~/features/gates/gate-shown.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { stages } from "~/features/initiatives/initiative"
import { stageSet } from "~/features/initiatives/initiative.schema"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { isApproval } from "~/features/initiatives/stage"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const { id, name, status, version } = await findInitiative(db, args.params.code ?? "")
  const wanted = new URL(args.request.url).searchParams.get("to") ?? "approved"
  const to = stages.find((stage) => stage === wanted && isApproval(status, stage))
  const gate = to ? await gateShown(db, id, { now: new Date(), timeZone: (await theCompany(db)).timeZone }) : null
  return { initiative: { code: args.params.code ?? "", name, status, version }, to: to ?? "approved", gate, mayApprove: can(actor, "approve initiative") && can(actor, "waive gate") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, stageSet, async ({ to, version, waiver, operationId }) => {
    const code = args.params.code ?? ""
    await setStage(actor, { ids: [await idOf(database(), code, "initiative")], to, version, waiver, operationId })
    return saved(`/initiatives/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Approve · Throughline" }]

export default function SetStage() {
  const { gate, ...page } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  if (gate === null && !reply) return <ApprovedAlready initiative={page.initiative} />
  return gate === null || reply?.stale ? <RefusedForm /> : <ApprovePage {...page} gate={gate} reply={reply} />
}
