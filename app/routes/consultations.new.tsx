// GET and POST /consultations/new: prepares a conversation; ?about=I-34 names what it is about.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { isSubjectKind, subjectKinds } from "~/features/consultations/consultation"
import { ConsultationFieldset } from "~/features/consultations/consultation-form"
import { consultationCreate } from "~/features/consultations/consultation.schema"
import { createConsultation } from "~/features/consultations/consultations.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const db = database()
  const subjects = (await Promise.all(subjectKinds.map((kind) => pickElements(db, kind, "", mostChoices)))).flat()
  const about = new URL(args.request.url).searchParams.get("about")
  const chosen = subjects.find(({ code, kind }) => code === about && isSubjectKind(kind))?.id ?? ""
  const [people, units] = await Promise.all([pickElements(db, "person", "", mostChoices), pickElements(db, "unit", "", mostChoices)])
  return { subjects, chosen, people, units, me: actor.personId }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, consultationCreate, async (posted) => {
    const { code, operationId } = await createConsultation(actor, posted)
    return saved(`/consultations/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New conversation | Throughline" }]

export default function NewConsultation() {
  const { me, ...choices } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="Plan a conversation" crumbs={[{ label: "Conversations", href: "/consultations" }, { label: "New" }]} lede="Nobody is asked before you open it." />
      <EditForm form="new consultation" reply={reply} save="Prepare it" cancelHref="/consultations">
        {(typed) => <ConsultationFieldset typed={typed} choices={choices} me={me} />}
      </EditForm>
    </div>
  )
}
