// /initiatives/I-34/edit: changes the plan of an initiative.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { InitiativeForm } from "~/features/initiatives/initiative-form"
import { initiativeChoices } from "~/features/initiatives/initiative-form.server"
import { initiativeEdit } from "~/features/initiatives/initiative.schema"
import { updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const code = args.params.code ?? ""
  const found = await findInitiative(db, code)
  openForm(actor, found, { permission: "edit record", ownerIds: found.ownerIds })
  const { name, summary, confidence, startsOn, endsOn, sponsorId, budget, version } = found
  const choices = await initiativeChoices(db, await currentAlignment(db), budget)
  return { initiative: { code, name, summary, confidence, startsOn, endsOn, sponsorId, budget, version }, ...choices }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, initiativeEdit, async (edit) => {
    const code = args.params.code ?? ""
    const { operationId } = await updateInitiative(actor, { ...edit, id: await idOf(database(), code, "initiative") })
    return saved(`/initiatives/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit initiative · Throughline" }]

export default function EditInitiative() {
  const { initiative, ...choices } = useLoaderData<typeof loader>()
  const path = `/initiatives/${initiative.code}`
  return (
    <div className="page narrow">
      <PageHeader title={`Edit ${initiative.name}`} code={initiative.code} crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: initiative.name, href: path }, { label: "Edit" }]} />
      <InitiativeForm initiative={initiative} {...choices} reply={useActionData<typeof action>() as EditReply | undefined} />
    </div>
  )
}
