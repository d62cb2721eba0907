// GET and POST /byo/new: anyone tells of a tool in a minute, without a name if they wish.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { byoReport } from "~/features/byo/byo.schema"
import { ByoFields, NamelessField } from "~/features/byo/byo-form"
import { reportByo } from "~/features/byo/byos.commands.server"
import { toolNames } from "~/features/byo/byos.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "report tool")
  const db = database()
  const address = new URL(args.request.url).searchParams
  const [units, goals, tools, { company }] = await Promise.all([pickElements(db, "unit", "", mostChoices), pickElements(db, "goal", "", mostChoices), toolNames(db), currentAlignment(db)])
  const told = /^B-\d{1,9}$/.exec(address.get("told") ?? "")?.[0] ?? null
  return { told, choices: { units, goals, tools }, chosen: { unitId: units.find(({ code }) => code === address.get("unit"))?.id, goalId: goals.find(({ code }) => code === address.get("goal"))?.id }, currency: company.currency }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "report tool")
  return submit(args.request, byoReport, async (posted) => {
    const { code, operationId } = await reportByo(actor, posted)
    // the record's own page writes a line to the log with who opened it: after a report without a name one stays here
    return posted.nameless ? redirect(`/byo/new?told=${code}`) : saved(`/byo/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Tell us about a tool | Throughline" }]

export default function NewByoPage() {
  const { told, choices, chosen, currency } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const crumbs = [{ label: "Side-door IT", href: "/byo" }]
  if (told && !reply) {
    return (
      <div className="page narrow">
        <PageHeader title="Thank you. The need is heard." lede={`It stands in the register as ${told}, without a name. An answer is due in 30 days: look there.`} crumbs={crumbs} />
        <p><a className="btn primary" href="/byo">To the register</a> <a className="btn" href="/byo/new">Tell us about another</a></p>
      </div>
    )
  }
  return (
    <div className="page narrow">
      <PageHeader title="Tell us about a tool" lede="A tool that you or your team use and that IT did not give you. It takes a minute, and nobody is blamed: we want to know what you needed." crumbs={crumbs} />
      <EditForm form="new side-door tool" reply={reply} save="Tell us" cancelHref="/byo">
        {(typed) => <><ByoFields typed={typed} chosen={chosen} choices={choices} currency={currency} /><NamelessField typed={typed} /></>}
      </EditForm>
    </div>
  )
}
