// GET and POST /applications/A-24/merge?into=A-22: merges two records of one application.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { applicationMerge } from "~/features/applications/application.schema"
import { findApplication } from "~/features/applications/applications.queries.server"
import { MergePage } from "~/features/applications/merge-page"
import { mergeApplications } from "~/features/applications/merges.commands.server"
import { mergePreview } from "~/features/applications/twins.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { asRef, idOf, mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const db = database()
  const from = await findApplication(db, args.params.code ?? "")
  openForm(actor, from, { permission: "edit chain" })
  const asked = new URL(args.request.url).searchParams.get("into")
  const into = asked ? await findApplication(db, asked) : null
  if (into) openForm(actor, into, { permission: "edit chain" })
  const [{ company }, choices, preview] = await Promise.all([currentAlignment(db), into ? [] : pickElements(db, "application", "", mostChoices), mergePreview(db, from.id, into?.id ?? null)])
  return { from: asRef(from), into: into && asRef(into), choices, ...preview, currency: company.currency }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, applicationMerge, async ({ operationId, intoId }) => {
    const done = await mergeApplications(actor, { id: await idOf(database(), args.params.code ?? "", "application"), intoId, operationId })
    return saved(`/applications/A-${done.number}#merged`, done.operationId)
  })
}

export const meta = () => [{ title: "Merge applications | Throughline" }]

export default function Page() {
  return <MergePage {...useLoaderData<typeof loader>()} reply={useActionData() as EditReply | undefined} />
}
