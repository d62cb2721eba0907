// GET and POST /services/new: makes a service.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ServiceFields } from "~/features/services/service-form"
import { serviceCreate } from "~/features/services/service.schema"
import { createService } from "~/features/services/services.commands.server"
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
  return submit(args.request, serviceCreate, async (posted) => {
    const { code, operationId } = await createService(actor, posted)
    return saved(`/services/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New service | Throughline" }]
}

export default function NewServicePage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New service" />
      <EditForm form="new service" reply={reply} save="Make the service" cancelHref="/services">
        {(typed) => <ServiceFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
