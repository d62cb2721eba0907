// GET and POST /byo/:code/edit: changes what the report says, who answers it and until when.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { mayAnswer } from "~/features/byo/byo"
import { byoEdit } from "~/features/byo/byo.schema"
import { ByoFields } from "~/features/byo/byo-form"
import { updateByo } from "~/features/byo/byos.commands.server"
import { findByo } from "~/features/byo/byos.queries.server"
import { ownerChoices } from "~/features/commitments/commitments.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { codeOf } from "~/features/elements/element"
import { idOf, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const report = await findByo(db, args.params.code ?? "")
  openForm(actor, report, mayAnswer(actor, report.ownerId))
  const [units, goals, people, { company }] = await Promise.all([pickElements(db, "unit", "", mostChoices), pickElements(db, "goal", "", mostChoices), ownerChoices(db), currentAlignment(db)])
  return { report, choices: { units, goals, people }, currency: company.currency }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, byoEdit, async (edit) => {
    const { operationId } = await updateByo(actor, { ...edit, id: await idOf(database(), code, "byo") })
    return saved(`/byo/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit side-door tool | Throughline" }]

export default function EditByoPage() {
  const { report, choices, currency } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("byo", report.number)
  const path = `/byo/${code}`
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : report.name} code={code} crumbs={[{ label: "Side-door IT", href: "/byo" }, { label: report.name, href: path }]} />
      <EditForm form={`edit ${code}`} version={report.version} reply={reply} save="Save" cancelHref={path}>
        {(typed) => <ByoFields typed={typed} saved={report} choices={choices} currency={currency} />}
      </EditForm>
    </div>
  )
}
