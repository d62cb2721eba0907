// GET and POST /functions/new: makes a job.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { FunctionFields } from "~/features/applications/function-form"
import { functionCreate } from "~/features/applications/function.schema"
import { createFunction } from "~/features/applications/functions.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const { searchParams } = new URL(args.request.url)
  return { choices: await pickElements(database(), "person", "", 2000), chosen: searchParams.get("in") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, functionCreate, async (posted) => {
    const { code, operationId } = await createFunction(actor, posted)
    return saved(`/functions/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New job | Throughline" }]
}

export default function NewFunctionPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New job" />
      <EditForm form="new job" reply={reply} save="Make the job" cancelHref="/functions">
        {(typed) => <FunctionFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
