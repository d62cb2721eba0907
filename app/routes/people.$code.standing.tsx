// GET and POST /people/:code/standing: where somebody stands, overall or, with `about`, about one subject.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData, useLocation } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { findElement, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { standingEdit } from "~/features/stakeholders/stakeholder.schema"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { StandingFields } from "~/features/stakeholders/standing-form"
import { findSubject, standingOf } from "~/features/stakeholders/standing.queries.server"
import { PageHeader } from "~/ui/page-header"

async function subjectOf(request: Request) {
  const about = new URL(request.url).searchParams.get("about") || null
  return about === null ? null : found(await findSubject(database(), about), "This subject")
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "see standing")
  const db = database()
  const code = args.params.code ?? ""
  const [person, subject] = await Promise.all([findElement(db, code, "person"), subjectOf(args.request)])
  openForm(actor, person, { permission: "see standing" })
  const { id, name } = person
  return { name, code, subject, standing: await standingOf(db, { personId: id, subjectId: subject?.id ?? null }) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "see standing")
  const code = args.params.code ?? ""
  return submit(args.request, standingEdit, async (edit) => {
    const [personId, subject] = [await idOf(database(), code, "person"), await subjectOf(args.request)]
    const { operationId } = await saveStanding(actor, { ...edit, personId, subjectId: subject?.id ?? null })
    return saved(`/people/${code}#standing`, operationId)
  })
}

export function meta() {
  return [{ title: "Where they stand | Throughline" }]
}

export default function StandingPage() {
  const { name, code, subject, standing } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const { search } = useLocation()
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : `Where ${name} stands`} lede={subject ? `About ${subject.name}.` : "Overall."} crumbs={[{ label: name, href: `/people/${code}` }]} />
      <EditForm form={`standing ${code} ${search}`} version={standing.version} action={`/people/${code}/standing${subject ? `?about=${subject.code}` : ""}`} reply={reply} save="Save" cancelHref={`/people/${code}#standing`}>
        {(typed) => <StandingFields typed={typed} saved={standing} />}
      </EditForm>
    </div>
  )
}
