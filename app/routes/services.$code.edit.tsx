// GET and POST /services/:code/edit: the whole form of a service.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ServiceFields } from "~/features/services/service-form"
import { serviceEdit } from "~/features/services/service.schema"
import { updateService } from "~/features/services/services.commands.server"
import { findService } from "~/features/services/services.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const service = await findService(database(), args.params.code ?? "")
  openForm(actor, service, { permission: "edit record", ownerIds: service.ownerIds })
  return { service }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, serviceEdit, async (edit) => {
    const { operationId } = await updateService(actor, { ...edit, id: await idOf(database(), code, "service") })
    return saved(`/services/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit service | Throughline" }]
}

export default function EditServicePage() {
  const { service } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("service", service.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : service.name} code={code} crumbs={[{ label: service.name, href: `/services/${code}` }]} />
      <EditForm form={`edit ${code}`} version={service.version} reply={reply} save="Save" cancelHref={`/services/${code}`}>
        {(typed) => <ServiceFields typed={typed} saved={service} choices={[]} />}
      </EditForm>
    </div>
  )
}
