// GET and POST /consultations/:code/edit: the whole form of a conversation.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ConsultationFieldset } from "~/features/consultations/consultation-form"
import { consultationEdit } from "~/features/consultations/consultation.schema"
import { updateConsultation } from "~/features/consultations/consultations.commands.server"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { runsIt } from "~/features/consultations/feedback-access"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { codeOf } from "~/features/elements/element"
import { idOf, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "comment")
  const db = database()
  const consultation = await findConsultation(db, args.params.code ?? "")
  openForm(actor, consultation, runsIt(actor, consultation.ownerId))
  const [people, units] = await Promise.all([pickElements(db, "person", "", mostChoices), pickElements(db, "unit", "", mostChoices)])
  return { consultation, people, units }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  const code = args.params.code ?? ""
  return submit(args.request, consultationEdit, async (edit) => {
    const { operationId } = await updateConsultation(actor, { ...edit, id: await idOf(database(), code, "consultation") })
    return saved(`/consultations/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit conversation | Throughline" }]

export default function EditConsultation() {
  const { consultation, people, units } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("consultation", consultation.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : consultation.name} code={code} crumbs={[{ label: consultation.name, href: `/consultations/${code}` }]} />
      <EditForm form={`edit ${code}`} version={consultation.version} reply={reply} save="Save" cancelHref={`/consultations/${code}`}>
        {(typed) => <ConsultationFieldset typed={typed} saved={consultation} choices={{ people, units }} />}
      </EditForm>
    </div>
  )
}
