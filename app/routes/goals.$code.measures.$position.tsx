// /goals/G-12/measures/2: changes a measure; its readings stay.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import type { EditReply } from "~/features/elements/edit-form"
import { asRef } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { findGoal } from "~/features/goals/goals.queries.server"
import { measureSnapshot, type MeasureFields } from "~/features/goals/measure"
import { MeasureForm } from "~/features/goals/measure-form"
import { measureEdit } from "~/features/goals/measure.schema"
import { updateMeasure } from "~/features/goals/measures.commands.server"
import { measuresOf } from "~/features/goals/measures.queries.server"
import { PageHeader } from "~/ui/page-header"

/** The goal and the measure that the address names. */
async function load({ code = "", position }: { code?: string; position?: string }) {
  const goal = await findGoal(database(), code)
  const measure = found((await measuresOf(database(), goal.id)).find((each) => String(each.position) === position), "This measure")
  return { goal, measure }
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const { goal, measure } = await load(args.params)
  openForm(actor, goal, { permission: "edit record", ownerIds: goal.ownerIds })
  const { code, name } = asRef(goal)
  return { code, name, measure: measureSnapshot(measure) as unknown as MeasureFields, version: measure.version }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, measureEdit, async (edit) => {
    const { goal, measure } = await load(args.params)
    const { operationId } = await updateMeasure(actor, { ...edit, id: measure.id })
    return saved(`/goals/${asRef(goal).code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit measure · Throughline" }]

export default function EditMeasure() {
  const { code, name, measure, version } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title={measure.name} crumbs={[{ label: "Goals", href: "/goals" }, { label: name, href: `/goals/${code}` }, { label: "Edit measure" }]} />
      <MeasureForm measure={measure} version={version} reply={reply} cancelHref={`/goals/${code}`} />
    </div>
  )
}
