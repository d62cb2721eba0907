// /goals/G-12/edit: changes a goal, its place and its status.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { saved } from "~/core/return.server"
import { asRef, idOf } from "~/features/elements/elements.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { openForm } from "~/features/elements/open-form"
import { goalSnapshot, type GoalFields } from "~/features/goals/goal"
import { GoalForm } from "~/features/goals/goal-form"
import { goalEdit } from "~/features/goals/goal.schema"
import { updateGoal } from "~/features/goals/goals.commands.server"
import { findGoal, possibleParents } from "~/features/goals/goals.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const goal = await findGoal(database(), args.params.code ?? "")
  openForm(actor, goal, { permission: "edit record", ownerIds: goal.ownerIds })
  const mayPlan = can(actor, "edit chain")
  const fields = goalSnapshot(goal) as unknown as GoalFields
  return { goal: { ...fields, code: asRef(goal).code, version: goal.version }, mayPlan, parents: mayPlan ? await possibleParents(database(), goal.id) : [] }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, goalEdit, async (edit) => {
    const { operationId } = await updateGoal(actor, { ...edit, id: await idOf(database(), code, "goal") })
    return saved(`/goals/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Edit goal · Throughline" }]

export default function EditGoal() {
  const { goal, mayPlan, parents } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/goals/${goal.code}`
  return (
    <div className="page narrow">
      <PageHeader title={goal.name} code={goal.code} crumbs={[{ label: "Goals", href: "/goals" }, { label: goal.name, href: path }, { label: "Edit" }]} />
      <GoalForm goal={goal} parents={parents} parentId={goal.parentId} mayPlan={mayPlan} reply={reply} cancelHref={path} />
    </div>
  )
}
