// /initiatives/new: plans a new initiative.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { InitiativeForm } from "~/features/initiatives/initiative-form"
import { initiativeChoices } from "~/features/initiatives/initiative-form.server"
import { initiativeCreate } from "~/features/initiatives/initiative.schema"
import { createInitiative } from "~/features/initiatives/initiatives.commands.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  return initiativeChoices(database(), await currentAlignment(database()))
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, initiativeCreate, async (initiative) => {
    const { code, operationId } = await createInitiative(actor, initiative)
    return saved(`/initiatives/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New initiative · Throughline" }]

export default function NewInitiative() {
  return (
    <div className="page narrow">
      <PageHeader title="New initiative" crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: "New" }]} />
      <InitiativeForm initiative={null} {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() as EditReply | undefined} />
    </div>
  )
}
