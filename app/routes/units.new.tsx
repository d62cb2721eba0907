// GET and POST /units/new: makes a unit.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { UnitFields } from "~/features/units/unit-form"
import { unitCreate } from "~/features/units/unit.schema"
import { createUnit } from "~/features/units/units.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pickElements } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const { searchParams } = new URL(args.request.url)
  return { choices: await pickElements(database(), "unit", "", 2000), chosen: searchParams.get("in") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, unitCreate, async (posted) => {
    const { code, operationId } = await createUnit(actor, posted)
    return saved(`/units/${code}`, operationId)
  })
}

export function meta() {
  return [{ title: "New unit | Throughline" }]
}

export default function NewUnitPage() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="New unit" />
      <EditForm form="new unit" reply={reply} save="Make the unit" cancelHref="/units">
        {(typed) => <UnitFields typed={typed} choices={choices} chosen={choices.find((choice) => choice.code === chosen)?.id ?? ""} />}
      </EditForm>
    </div>
  )
}
