// GET and POST /commitments/new: makes a promise.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { CommitmentFields } from "~/features/commitments/commitment-form"
import { ownerChoices } from "~/features/commitments/commitments.queries.server"
import { commitmentCreate } from "~/features/commitments/commitment.schema"
import { createCommitment } from "~/features/commitments/commitments.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const db = database()
  const [units, people] = await Promise.all([pickElements(db, "unit", "", mostChoices), ownerChoices(db)])
  const to = new URL(args.request.url).searchParams.get("to")
  return { choices: { units, people }, chosen: { unitId: units.find(({ code }) => code === to)?.id, ownerId: actor.personId } }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submit(args.request, commitmentCreate, async (posted) => {
    const { code, operationId } = await createCommitment(actor, posted)
    return saved(`/commitments/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New promise | Throughline" }]

export default function NewCommitmentPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New promise" crumbs={[{ label: "Promises", href: "/commitments" }]} />
      <EditForm form="new promise" reply={reply} save="Make the promise" cancelHref="/commitments">
        {(typed) => <CommitmentFields typed={typed} choices={choices} chosen={chosen} />}
      </EditForm>
    </div>
  )
}
