// GET and POST /capabilities/new: makes a capability.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { CapabilityFields } from "~/features/capabilities/capability-form"
import { capabilityCreate } from "~/features/capabilities/capability.schema"
import { createCapability } from "~/features/capabilities/capabilities.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const { searchParams } = new URL(args.request.url)
  return { choices: await pickElements(database(), "capability", "", 2000), chosen: searchParams.get("in") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, capabilityCreate, async (posted) => {
    const { code, operationId } = await createCapability(actor, posted)
    return saved(`/capabilities/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New capability | Throughline" }]
}

export default function NewCapabilityPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New capability" />
      <EditForm form="new capability" reply={reply} save="Make the capability" cancelHref="/capabilities">
        {(typed) => <CapabilityFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
