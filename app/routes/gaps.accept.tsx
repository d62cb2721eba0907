// /gaps/accept?about=G-12&gap=goalsWithoutWork: accepts a gap until a date.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { addDays, calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { AcceptGapForm } from "~/features/elements/accept-gap-form"
import { gapKinds, gapNames, gapWords } from "~/features/elements/accepted-gap"
import { acceptGap } from "~/features/elements/accepted-gaps.commands.server"
import { pathOf } from "~/features/elements/element"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import { gapAccept } from "~/features/elements/panels.schema"
import { RefusedForm } from "~/features/elements/refused-form"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "accept gap")
  const { searchParams } = new URL(args.request.url)
  const about = await findElement(database(), searchParams.get("about") ?? "")
  openForm(actor, about, { permission: "accept gap" })
  const element = asRef(about)
  const gap = found(gapNames.find((name) => name === searchParams.get("gap") && gapKinds[name] === element.kind), "This gap")
  const today = calendarDate(new Date(), "UTC")
  return { element, gap, earliest: addDays(today, 1), latest: addDays(today, 365) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "accept gap")
  const element = await findElement(database(), new URL(args.request.url).searchParams.get("about") ?? "")
  return submit(args.request, gapAccept, async (gap) => {
    const { operationId } = await acceptGap(actor, gap)
    return saved(pathOf(element.kind, asRef(element).code), operationId)
  })
}

export const meta = () => [{ title: "Accept a gap - Throughline" }]

export default function Accept() {
  const { element, gap, ...days } = useLoaderData<typeof loader>()
  if (useActionData()) return <RefusedForm />
  return (
    <div className="page narrow">
      <PageHeader title={`${element.name}: ${gapWords[gap].toLowerCase()}`} code={element.code} lede="Accept it as it is, for a while." />
      <AcceptGapForm element={element} gap={gap} {...days} />
    </div>
  )
}
