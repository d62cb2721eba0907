// GET and POST /decisions/:code/edit: the words of a decision.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { DecisionWords } from "~/features/decisions/decision-form"
import { decisionEdit } from "~/features/decisions/decision.schema"
import { updateDecision } from "~/features/decisions/decisions.commands.server"
import { openDecision } from "~/features/decisions/open-decision.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return { decision: await openDecision(database(), actor, args.params.code ?? "") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, decisionEdit, async (edit) => {
    const { operationId } = await updateDecision(actor, { ...edit, id: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit decision | Throughline" }]

export default function EditDecision() {
  const { decision } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/decisions/${decision.code}`
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : decision.name} code={decision.code} crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }]} />
      <EditForm form={`edit ${decision.code}`} version={decision.version} reply={reply} save="Save" cancelHref={path}>
        {(typed) => <DecisionWords typed={typed} saved={decision} />}
      </EditForm>
    </div>
  )
}
