// GET and POST /decisions/:code/reject: a named decider, or a planner, says no with a reason.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { reasonGiven } from "~/features/decisions/decision.schema"
import { openEnding } from "~/features/decisions/open-decision.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { rejectDecision } from "~/features/gates/decisions.commands.server"
import { TextArea } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "comment")
  return { decision: await openEnding(database(), actor, args.params.code ?? "", "rejected") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  const code = args.params.code ?? ""
  return submit(args.request, reasonGiven, async (posted) => {
    const { operationId } = await rejectDecision(actor, { ...posted, id: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Reject the decision | Throughline" }]

export default function Page() {
  const { decision } = useLoaderData<typeof loader>()
  const path = `/decisions/${decision.code}`
  return (
    <div className="page narrow">
      <PageHeader title="Reject the decision" code={decision.code} crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }]} lede={`“${decision.name}” ends here. It stays readable, with your reason.`} />
      <EditForm form={`reject ${decision.code}`} reply={useActionData() as EditReply | undefined} save="Reject it" cancelHref={path}>
        {(typed) => <TextArea label="Why" {...typed.of("reason")} rows={3} required maxLength={1000} />}
      </EditForm>
    </div>
  )
}
