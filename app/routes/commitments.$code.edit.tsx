// GET and POST /commitments/:code/edit: changes its words, unit and owner; its date is moved on a page of its own.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { CommitmentFields } from "~/features/commitments/commitment-form"
import { mayChange } from "~/features/commitments/commitment"
import { commitmentEdit } from "~/features/commitments/commitment.schema"
import { updateCommitment } from "~/features/commitments/commitments.commands.server"
import { findCommitment, ownerChoices } from "~/features/commitments/commitments.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { codeOf } from "~/features/elements/element"
import { idOf, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const promise = await findCommitment(db, args.params.code ?? "")
  openForm(actor, promise, mayChange(actor, promise.ownerId))
  const [units, people] = await Promise.all([pickElements(db, "unit", "", mostChoices), ownerChoices(db)])
  return { promise, choices: { units, people } }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, commitmentEdit, async (edit) => {
    const { operationId } = await updateCommitment(actor, { ...edit, id: await idOf(database(), code, "commitment") })
    return saved(`/commitments/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit promise | Throughline" }]

export default function EditCommitmentPage() {
  const { promise, choices } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("commitment", promise.number)
  const path = `/commitments/${code}`
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : promise.name} code={code} crumbs={[{ label: "Promises", href: "/commitments" }, { label: promise.name, href: path }]} />
      <EditForm form={`edit ${code}`} version={promise.version} reply={reply} save="Save" cancelHref={path}>
        {(typed) => <CommitmentFields typed={typed} saved={promise} choices={choices} />}
      </EditForm>
    </div>
  )
}
