// GET and POST /people/:code/edit: the whole form of a person.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { PersonFields } from "~/features/people/person-form"
import { personEdit } from "~/features/people/person.schema"
import { updatePerson } from "~/features/people/people.commands.server"
import { findPerson } from "~/features/people/people.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const person = await findPerson(database(), args.params.code ?? "")
  openForm(actor, person, { permission: person.hasAccount ? "administer" : "edit engagement" })
  return { person, choices: await pickElements(database(), "unit", "", 2000) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  return submit(args.request, personEdit, async (edit) => {
    const { operationId } = await updatePerson(actor, { ...edit, id: await idOf(database(), code, "person") })
    return saved(`/people/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit person | Throughline" }]
}

export default function EditPersonPage() {
  const { person, choices } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("person", person.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : person.name} code={code} crumbs={[{ label: person.name, href: `/people/${code}` }]} />
      <EditForm form={`edit ${code}`} version={person.version} reply={reply} save="Save" cancelHref={`/people/${code}`}>
        {(typed) => <PersonFields typed={typed} saved={person} choices={choices} />}
      </EditForm>
    </div>
  )
}
