// GET and POST /functions/:code/edit: the whole form of a job.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { FunctionFields } from "~/features/applications/function-form"
import { functionEdit } from "~/features/applications/function.schema"
import { updateFunction } from "~/features/applications/functions.commands.server"
import { findFunction } from "~/features/applications/functions.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const job = await findFunction(database(), args.params.code ?? "")
  openForm(actor, job, { permission: "edit record", ownerIds: job.ownerIds })
  return { job }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, functionEdit, async (edit) => {
    const { operationId } = await updateFunction(actor, { ...edit, id: await idOf(database(), code, "function") })
    return saved(`/functions/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit job | Throughline" }]
}

export default function EditFunctionPage() {
  const { job } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("function", job.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : job.name} code={code} crumbs={[{ label: job.name, href: `/functions/${code}` }]} />
      <EditForm form={`edit ${code}`} version={job.version} reply={reply} save="Save" cancelHref={`/functions/${code}`}>
        {(typed) => <FunctionFields typed={typed} saved={job} choices={[]} />}
      </EditForm>
    </div>
  )
}
