// GET and POST /applications/:code/edit: the whole form of a application.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ApplicationFields } from "~/features/applications/application-form"
import { applicationEdit } from "~/features/applications/application.schema"
import { updateApplication } from "~/features/applications/applications.commands.server"
import { findApplication } from "~/features/applications/applications.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const application = await findApplication(database(), args.params.code ?? "")
  openForm(actor, application, { permission: "edit record", ownerIds: application.ownerIds })
  return { application }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, applicationEdit, async (edit) => {
    const { operationId } = await updateApplication(actor, { ...edit, id: await idOf(database(), code, "application") })
    return saved(`/applications/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit application | Throughline" }]
}

export default function EditApplicationPage() {
  const { application } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("application", application.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : application.name} code={code} crumbs={[{ label: application.name, href: `/applications/${code}` }]} />
      <EditForm form={`edit ${code}`} version={application.version} reply={reply} save="Save" cancelHref={`/applications/${code}`}>
        {(typed) => <ApplicationFields typed={typed} saved={application} choices={[]} />}
      </EditForm>
    </div>
  )
}
