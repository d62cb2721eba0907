// /goals/G-12/measures/new: adds a measure; ?like=time begins with one of the examples.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { addDays, calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import type { EditReply } from "~/features/elements/edit-form"
import { asRef, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { findGoal } from "~/features/goals/goals.queries.server"
import { measureExamples } from "~/features/goals/measure-examples"
import { MeasureForm } from "~/features/goals/measure-form"
import { measureCreate } from "~/features/goals/measure.schema"
import { addMeasure } from "~/features/goals/measures.commands.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const goal = await findGoal(database(), args.params.code ?? "")
  openForm(actor, goal, { permission: "edit record", ownerIds: goal.ownerIds })
  const like = new URL(args.request.url).searchParams.get("like")
  const example = measureExamples.find((each) => each.key === like)
  const startsOn = calendarDate(new Date(), "UTC")
  const dates = { startsOn, targetOn: goal.dueOn && goal.dueOn > startsOn ? goal.dueOn : addDays(startsOn, 365) }
  const { code, name } = asRef(goal)
  if (!example) return { code, name, measure: dates }
  const { unit, direction, from: baseline, to: target, readEveryDays } = example
  return { code, name, measure: { ...dates, name: example.name, unit, direction, baseline, target, readEveryDays } }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, measureCreate, async (measure) => {
    const { operationId } = await addMeasure(actor, { ...measure, goalId: await idOf(database(), code, "goal") })
    return saved(new URL(args.request.url).searchParams.has("back") ? postedFrom(args.request, "/goals") : `/goals/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New measure · Throughline" }]

export default function NewMeasure() {
  const { code, name, measure } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="How will we know?" crumbs={[{ label: "Goals", href: "/goals" }, { label: name, href: `/goals/${code}` }, { label: "New measure" }]} lede={`A measure of “${name}”: from where, to where, by when.`} />
      <MeasureForm measure={measure} reply={reply} cancelHref={`/goals/${code}`} />
    </div>
  )
}
