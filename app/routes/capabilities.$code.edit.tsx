// GET and POST /capabilities/:code/edit: the whole form of a capability.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { CapabilityFields } from "~/features/capabilities/capability-form"
import { capabilityEdit } from "~/features/capabilities/capability.schema"
import { updateCapability } from "~/features/capabilities/capabilities.commands.server"
import { findCapability } from "~/features/capabilities/capabilities.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const capability = await findCapability(database(), args.params.code ?? "")
  openForm(actor, capability, { permission: "edit chain" })
  return { capability, choices: await pickElements(database(), "capability", "", 2000) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const code = args.params.code ?? ""
  return submit(args.request, capabilityEdit, async (edit) => {
    const { operationId } = await updateCapability(actor, { ...edit, id: await idOf(database(), code, "capability") })
    return saved(`/capabilities/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit capability | Throughline" }]
}

export default function EditCapabilityPage() {
  const { capability, choices } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("capability", capability.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : capability.name} code={code} crumbs={[{ label: capability.name, href: `/capabilities/${code}` }]} />
      <EditForm form={`edit ${code}`} version={capability.version} reply={reply} save="Save" cancelHref={`/capabilities/${code}`}>
        {(typed) => <CapabilityFields typed={typed} saved={capability} choices={choices} />}
      </EditForm>
    </div>
  )
}
