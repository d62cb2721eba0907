// /goals/new: writes a goal; ?part-of=G-3 puts it below another.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import type { EditReply } from "~/features/elements/edit-form"
import { GoalForm } from "~/features/goals/goal-form"
import { goalCreate } from "~/features/goals/goal.schema"
import { createGoal } from "~/features/goals/goals.commands.server"
import { possibleParents } from "~/features/goals/goals.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const { searchParams } = new URL(args.request.url)
  const parents = await possibleParents(database(), null)
  const parent = parents.find((each) => each.code === searchParams.get("part-of")) ?? null
  return { parents, parent }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, goalCreate, async (goal) => {
    const { operationId, code } = await createGoal(actor, goal)
    return saved(new URL(args.request.url).searchParams.has("back") ? postedFrom(args.request, "/goals") : `/goals/${code}`, operationId)
  })
}

export const meta = () => [{ title: "New goal · Throughline" }]

export default function NewGoal() {
  const { parents, parent } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const crumbs = [{ label: "Goals", href: "/goals" }, ...(parent ? [{ label: parent.name, href: `/goals/${parent.code}` }] : []), { label: "New" }]
  return (
    <div className="page narrow">
      <PageHeader title={parent ? `A goal below ${parent.name}` : "A new goal"} crumbs={crumbs} lede="A goal says what shall be true, not what we will do." />
      <GoalForm goal={null} parents={parents} parentId={parent?.id ?? null} mayPlan reply={reply} cancelHref={parent ? `/goals/${parent.code}` : "/goals"} />
    </div>
  )
}
