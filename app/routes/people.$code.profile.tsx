// GET and POST /people/:code/profile: how a person or group wishes to be spoken to.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { findElement, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { profileOf } from "~/features/stakeholders/profile.queries.server"
import { profileEdit } from "~/features/stakeholders/stakeholder.schema"
import { saveProfile } from "~/features/stakeholders/stakeholders.commands.server"
import { ProfileFields } from "~/features/stakeholders/standing-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  const person = await findElement(database(), code, "person")
  openForm(actor, person, { permission: "edit engagement" })
  const { id, name } = person
  return { name, code, profile: await profileOf(database(), id) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  return submit(args.request, profileEdit, async (edit) => {
    const { operationId } = await saveProfile(actor, { ...edit, personId: await idOf(database(), code, "person") })
    return saved(`/people/${code}#profile`, operationId)
  })
}

export function meta() {
  return [{ title: "How to speak with them | Throughline" }]
}

export default function ProfilePage() {
  const { name, code, profile } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : `How to speak with ${name}`} crumbs={[{ label: name, href: `/people/${code}` }]} />
      <EditForm form={`profile ${code}`} version={profile.version} reply={reply} save="Save" cancelHref={`/people/${code}#profile`}>
        {(typed) => <ProfileFields typed={typed} saved={profile} />}
      </EditForm>
    </div>
  )
}
