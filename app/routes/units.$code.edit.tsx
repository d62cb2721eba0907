// GET and POST /units/:code/edit: the whole form of a unit.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { UnitFields } from "~/features/units/unit-form"
import { unitEdit } from "~/features/units/unit.schema"
import { updateUnit } from "~/features/units/units.commands.server"
import { findUnit } from "~/features/units/units.queries.server"
import { codeOf } from "~/features/elements/element"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf, pickElements } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const unit = await findUnit(database(), args.params.code ?? "")
  openForm(actor, unit, { permission: "edit chain" })
  return { unit, choices: await pickElements(database(), "unit", "", 2000) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const code = args.params.code ?? ""
  return submit(args.request, unitEdit, async (edit) => {
    const { operationId } = await updateUnit(actor, { ...edit, id: await idOf(database(), code, "unit") })
    return saved(`/units/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "Edit unit | Throughline" }]
}

export default function EditUnitPage() {
  const { unit, choices } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const code = codeOf("unit", unit.number)
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : unit.name} code={code} crumbs={[{ label: unit.name, href: `/units/${code}` }]} />
      <EditForm form={`edit ${code}`} version={unit.version} reply={reply} save="Save" cancelHref={`/units/${code}`}>
        {(typed) => <UnitFields typed={typed} saved={unit} choices={choices} />}
      </EditForm>
    </div>
  )
}
