// GET and POST /units/:code/relationship/view/:side: records which statements one side finds true now.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { asRef, findElement, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { sides } from "~/features/relationships/relationship"
import { ViewFields } from "~/features/relationships/relationship-form"
import { viewPost } from "~/features/relationships/relationship.schema"
import { recordView } from "~/features/relationships/relationships.commands.server"
import { viewsOf } from "~/features/relationships/relationships.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const side = sideOf(args.params.side)
  const db = database()
  const found = await findElement(db, args.params.code ?? "", "unit")
  openForm(actor, found, { permission: "edit engagement" })
  const unit = asRef(found)
  const { holds, added } = (await viewsOf(db, unit.id)).find((view) => view.side === side) ?? { holds: [], added: {} }
  return { unit, side, said: { holds, added } }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  return submit(args.request, viewPost, async (posted) => {
    const { operationId } = await recordView(actor, { ...posted, side: sideOf(args.params.side), unitId: await idOf(database(), code, "unit") })
    return saved(`/units/${code}/relationship`, operationId)
  })
}

function sideOf(asked: string | undefined) {
  const side = sides.find((one) => one === asked)
  if (!side) throw new NotFoundError("This side")
  return side
}

export const meta = () => [{ title: "What is true | Throughline" }]

export default function RecordViewPage() {
  const { unit, side, said } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/units/${unit.code}/relationship`
  const who = side === "it" ? "IT" : unit.name
  const typedHolds = reply?.result?.initialValue?.holds
  const ticked = reply === undefined ? said : { ...said, holds: [typedHolds ?? []].flat().map(String) }
  return (
    <div className="page narrow">
      <PageHeader title={`What is true for ${who}?`} lede="Tick what holds today. What was said before stays in the history." crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: path }]} />
      <EditForm form={`view ${side} ${unit.code}`} reply={reply} save={`Record what ${who} says`} cancelHref={path}>
        {(typed) => <ViewFields typed={typed} said={ticked} />}
      </EditForm>
    </div>
  )
}
