// /initiatives/I-34/report: reports how an initiative is going.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { statusReport } from "~/features/initiatives/initiative.schema"
import { ReportForm } from "~/features/initiatives/initiative-status"
import { reportStatus } from "~/features/initiatives/initiatives.commands.server"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  const [found, { today }] = await Promise.all([findInitiative(database(), code), currentAlignment(database())])
  openForm(actor, found, { permission: "edit record", ownerIds: found.ownerIds })
  const { name, scheduleHealth, costHealth, scopeHealth, progress, nextReportOn, reportedOn } = found
  // what was said last time is not said again by itself
  const report = reportedOn === null ? null : { scheduleHealth, costHealth, scopeHealth, progress, healthNote: "", nextReportOn }
  return { code, name, report, today }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, statusReport, async (report) => {
    const code = args.params.code ?? ""
    const { operationId } = await reportStatus(actor, { ...report, id: await idOf(database(), code, "initiative") })
    return saved(`/initiatives/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Update the status · Throughline" }]

export default function Report() {
  const { code, name, ...rest } = useLoaderData<typeof loader>()
  const path = `/initiatives/${code}`
  return (
    <div className="page narrow">
      <PageHeader title={`Update the status of ${name}`} code={code} crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: name, href: path }, { label: "Status" }]} />
      <ReportForm {...rest} reply={useActionData<typeof action>() as EditReply | undefined} cancelHref={path} />
    </div>
  )
}
