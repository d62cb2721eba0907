// GET and POST /byo/:code/answer: what becomes of a side-door tool, and why.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { mayAnswer } from "~/features/byo/byo"
import { byoAnswer } from "~/features/byo/byo.schema"
import { AnswerFields } from "~/features/byo/byo-answer-form"
import { answerByo } from "~/features/byo/byos.commands.server"
import { findByo } from "~/features/byo/byos.queries.server"
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
  return { report, applications: await pickElements(db, "application", "", mostChoices) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, byoAnswer, async (answer) => {
    const { operationId } = await answerByo(actor, { ...answer, id: await idOf(database(), code, "byo") })
    return saved(`/byo/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Answer the need | Throughline" }]

export default function AnswerByoPage() {
  const { report, applications } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("byo", report.number)
  const path = `/byo/${code}`
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : "Answer the need"} code={code} lede={`“${report.need}” A team uses ${report.name} for it today.`} crumbs={[{ label: "Side-door IT", href: "/byo" }, { label: report.name, href: path }]} />
      <EditForm form={`answer ${code}`} version={report.version} reply={reply} save="Save the answer" cancelHref={path}>
        {(typed) => <AnswerFields typed={typed} saved={report} applications={applications} />}
      </EditForm>
    </div>
  )
}
