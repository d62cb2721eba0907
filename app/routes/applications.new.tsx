// GET and POST /applications/new: makes a application.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ApplicationFields } from "~/features/applications/application-form"
import { applicationCreate } from "~/features/applications/application.schema"
import { createApplication } from "~/features/applications/applications.commands.server"
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
  return submit(args.request, applicationCreate, async (posted) => {
    const { code, operationId } = await createApplication(actor, posted)
    return saved(`/applications/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New application | Throughline" }]
}

export default function NewApplicationPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New application" />
      <EditForm form="new application" reply={reply} save="Make the application" cancelHref="/applications">
        {(typed) => <ApplicationFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
