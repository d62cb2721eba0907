// GET and POST /commitments/:code/kept: says that it was kept, and how.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { mayChange } from "~/features/commitments/commitment"
import { KeepFields } from "~/features/commitments/commitment-form"
import { commitmentKeep } from "~/features/commitments/commitment.schema"
import { keepCommitment } from "~/features/commitments/commitments.commands.server"
import { findCommitment } from "~/features/commitments/commitments.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { codeOf } from "~/features/elements/element"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const promise = await findCommitment(database(), args.params.code ?? "")
  openForm(actor, promise, mayChange(actor, promise.ownerId))
  return { promise }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, commitmentKeep, async (posted) => {
    const { operationId } = await keepCommitment(actor, { ...posted, id: await idOf(database(), code, "commitment") })
    return saved(`/commitments/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Mark as kept | Throughline" }]

export default function Page() {
  const { promise } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("commitment", promise.number)
  const path = `/commitments/${code}`
  return (
    <div className="page narrow">
      <PageHeader title="Mark as kept" crumbs={[{ label: "Promises", href: "/commitments" }, { label: promise.name, href: path }]} lede={`“${promise.name}”, due ${dayMonthYear(promise.dueOn)}`} />
      <EditForm form={`kept ${code}`} reply={reply} save="Mark as kept" cancelHref={path}>
        {(typed) => <KeepFields typed={typed} />}
      </EditForm>
    </div>
  )
}
