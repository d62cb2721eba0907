// GET and POST /applications/A-3/fit?side=functional: a short questionnaire about an application.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { fitAnswer } from "~/features/applications/application.schema"
import { findApplication } from "~/features/applications/applications.queries.server"
import { fitSides, fitSideWords } from "~/features/applications/fit"
import { giveFitAnswer } from "~/features/applications/portfolio.commands.server"
import { FitFields } from "~/features/applications/portfolio-form"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { asRef, idOf, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const application = await findApplication(db, args.params.code ?? "")
  openForm(actor, application, { permission: "comment" })
  const asked = new URL(args.request.url).searchParams.get("side")
  const mayEdit = can(actor, "edit record", application.ownerIds)
  const [{ today }, people] = await Promise.all([currentAlignment(db), mayEdit ? pickElements(db, "person", "", mostChoices) : null])
  return { application: asRef(application), side: fitSides.find((one) => one === asked) ?? "functional", today, people, actorId: actor.personId }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  const code = args.params.code ?? ""
  return submit(args.request, fitAnswer, async (posted) => {
    const { operationId } = await giveFitAnswer(actor, { ...posted, applicationId: await idOf(database(), code, "application") })
    return saved(`/applications/${code}#fit`, operationId)
  })
}

export const meta = () => [{ title: "How well does it fit? | Throughline" }]

export default function Page() {
  const { application, side, ...fields } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/applications/${application.code}`
  return (
    <div className="page narrow">
      <PageHeader title={`${application.name}: ${fitSideWords[side].toLowerCase()}?`} crumbs={[{ label: "Applications", href: "/applications" }, { label: application.name, href: path }]} lede="Four questions, half a minute. Your name stands beside your answers." />
      <EditForm form={`fit ${side} ${application.code}`} reply={reply} save="Keep these answers" cancelHref={path} action={`${path}/fit?side=${side}`}>
        {(typed) => <FitFields typed={typed} side={side} {...fields} />}
      </EditForm>
    </div>
  )
}
