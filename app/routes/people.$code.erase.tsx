// GET and POST /people/:code/erase: forgets somebody for good, after their name was written.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { findPerson } from "~/features/people/people.queries.server"
import { erasePerson } from "~/features/stakeholders/erasure.commands.server"
import { formerName } from "~/features/stakeholders/party-facts"
import { erasure } from "~/features/stakeholders/stakeholder.schema"
import { TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "administer")
  const code = args.params.code ?? ""
  const { name, number, groupHeadcount } = await findPerson(database(), code)
  return { name, code, becomes: formerName(number, groupHeadcount !== null) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  const code = args.params.code ?? ""
  return submit(args.request, erasure, async ({ confirm, operationId }) => {
    await erasePerson(actor, { personId: await idOf(database(), code, "person"), confirm, operationId })
    return redirect(`/people/${code}`)
  })
}

export function meta() {
  return [{ title: "Erase somebody | Throughline" }]
}

export default function ErasePage() {
  const { name, code, becomes } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title={`Erase ${name}?`} crumbs={[{ label: name, href: `/people/${code}` }]} />
      <p>The name becomes “{becomes}” everywhere, also in the history. Address, title, how to speak with them, where they stand and their account are removed. What they owned, said and were counted in stays, without the name. Copies of the database made before still hold it.</p>
      <p><b>This cannot be taken back.</b></p>
      <EditForm form={`erase ${code}`} reply={reply} save="Erase for good" cancelHref={`/people/${code}`}>
        {(typed) => <TextField label={`To be sure, write the name: ${name}`} {...typed.of("confirm")} required maxLength={200} autoComplete="off" />}
      </EditForm>
    </div>
  )
}
