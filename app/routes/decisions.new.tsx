// GET and POST /decisions/new: starts a decision; ?for=F-3 names the job, ?instead=D-4 the signed decision it will replace.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { NewDecisionFields } from "~/features/decisions/decision-form"
import { decisionCreate } from "~/features/decisions/decision.schema"
import { createDecision } from "~/features/decisions/decisions.commands.server"
import { findDecision } from "~/features/decisions/decisions.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { asRef, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const db = database()
  const address = new URL(args.request.url).searchParams
  const code = address.get("instead")
  const [functions, people, before] = await Promise.all([pickElements(db, "function", "", mostChoices), pickElements(db, "person", "", mostChoices), code ? findDecision(db, code) : null])
  const functionId = functions.find((job) => job.code === address.get("for"))?.id ?? ""
  return { choices: { functions, people }, chosen: { functionId, ownerId: actor.personId }, instead: before && { ...asRef(before), topic: before.topic } }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, decisionCreate, async (posted) => {
    const { code, operationId } = await createDecision(actor, posted)
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New decision | Throughline" }]

export default function NewDecision() {
  const { choices, chosen, instead } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const lede = instead ? `In place of ${instead.name}, which holds until the new one is signed.` : "Doing nothing is always among the options. Nothing is decided before everybody named has signed."
  return (
    <div className="page narrow">
      <PageHeader title={instead ? "Decide anew" : "Start a decision"} crumbs={[{ label: "Decisions", href: "/decisions" }, { label: "New" }]} lede={lede} />
      <EditForm form="new decision" reply={reply} save="Start it" cancelHref="/decisions" action={instead ? `/decisions/new?instead=${instead.code}` : undefined}>
        {(typed) => <NewDecisionFields typed={typed} choices={choices} chosen={chosen} instead={instead} />}
      </EditForm>
    </div>
  )
}
