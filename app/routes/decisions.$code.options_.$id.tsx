// GET and POST /decisions/:code/options/:id: the words of an option, and what it saves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, keyParam, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { theCompany } from "~/features/company/company.queries.server"
import { OptionFields } from "~/features/decisions/decision-form"
import { optionEdit, optionIn } from "~/features/decisions/decision.schema"
import { optionsOf } from "~/features/decisions/decisions.queries.server"
import { openDecision } from "~/features/decisions/open-decision.server"
import { updateOption } from "~/features/decisions/parts.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const { id, code, name } = await openDecision(db, actor, args.params.code ?? "")
  const key = keyParam(args)
  const option = found((await optionsOf(db, id)).find((one) => one.id === key), "This option")
  return { decision: { code, name }, option, currency: (await theCompany(db)).currency }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, optionEdit, async (posted) => {
    const { operationId } = await updateOption(actor, { ...optionIn(posted), id: keyParam(args), decisionId: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Option | Throughline" }]

export default function EditOption() {
  const { decision, option, currency } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/decisions/${decision.code}`
  return (
    <div className="page narrow">
      <PageHeader title={option.name} crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: option.name }]} lede="What is left blank counts as nothing. What it saves is worked out and shown with its inputs." />
      <EditForm form={`option ${option.id}`} version={option.version} reply={reply} save="Save" cancelHref={path}>
        {(typed) => <OptionFields typed={typed} saved={option} currency={currency} />}
      </EditForm>
    </div>
  )
}
