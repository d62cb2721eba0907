// GET and POST /decisions/:code/criteria: by what the options are compared; the weights sum to 100.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { CriteriaFields } from "~/features/decisions/decision-form"
import { criteriaForm, criteriaIn } from "~/features/decisions/decision.schema"
import { criteriaOf } from "~/features/decisions/decisions.queries.server"
import { openDecision } from "~/features/decisions/open-decision.server"
import { setCriteria } from "~/features/decisions/parts.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const { id, code, name } = await openDecision(database(), actor, args.params.code ?? "")
  return { decision: { code, name }, criteria: await criteriaOf(database(), id) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, criteriaForm, async (posted) => {
    const { operationId } = await setCriteria(actor, { operationId: posted.operationId, criteria: criteriaIn(posted), decisionId: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Criteria | Throughline" }]

export default function Criteria() {
  const { decision, criteria } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/decisions/${decision.code}`
  return (
    <div className="page narrow">
      <PageHeader title="By what are the options compared?" crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: "Criteria" }]} lede="The weights sum to 100. They are set before anybody scores, and stay from then on. A row without a name falls away." />
      <EditForm form={`criteria ${decision.code}`} reply={reply} save="Set the criteria" cancelHref={path}>
        {() => <CriteriaFields saved={criteria} reply={reply} />}
      </EditForm>
    </div>
  )
}
