// GET and POST /people/new: makes a person or a group.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { PersonFields } from "~/features/people/person-form"
import { personCreate } from "~/features/people/person.schema"
import { createPerson } from "~/features/people/people.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit engagement")
  const { searchParams } = new URL(args.request.url)
  return { choices: await pickElements(database(), "unit", "", 2000), chosen: searchParams.get("in") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, personCreate, async (posted) => {
    const { code, operationId } = await createPerson(actor, posted)
    return saved(`/people/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New person or group | Throughline" }]
}

export default function NewPersonPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New person or group" />
      <EditForm form="new person" reply={reply} save="Save" cancelHref="/people">
        {(typed) => <PersonFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
