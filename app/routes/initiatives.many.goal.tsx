// /initiatives/many/goal: links the chosen initiatives to one goal.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { pickElements } from "~/features/elements/elements.queries.server"
import { strengths, strengthWords } from "~/features/elements/link"
import { chosenInitiatives } from "~/features/initiatives/chosen.queries.server"
import { linkToGoal } from "~/features/initiatives/contributions.commands.server"
import { goalOfMany } from "~/features/initiatives/initiative.schema"
import { ManyForm, useRefusal } from "~/features/initiatives/many-form"
import { RadioGroup, TextArea } from "~/ui/field"
import { ElementPicker } from "~/ui/picker"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit record")
  const [chosen, goals] = await Promise.all([
    chosenInitiatives(database(), new URL(args.request.url).searchParams),
    pickElements(database(), "goal", "", 2000),
  ])
  return { chosen, back: postedFrom(args.request, "/initiatives"), goals: goals.map(({ id, code, name }) => ({ value: id, label: name, note: code })) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, goalOfMany, async ({ id, ...link }) => {
    const { operationId } = await linkToGoal(actor, { ...link, initiativeIds: id })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}

export default function GoalOfMany() {
  const { goals, ...rest } = useLoaderData<typeof loader>()
  const { errors, typed } = useRefusal()
  return (
    <ManyForm title="Link to a goal" confirm="Link to this goal" {...rest}>
      <ElementPicker label="Goal" name="goalId" required errors={errors("goalId")} defaultValue={typed("goalId")} empty="Choose a goal" options={goals} />
      <RadioGroup label="How much it helps" name="strength" required errors={errors("strength")} defaultValue={typed("strength") ?? "3"} options={strengths.map((value) => ({ value: String(value), label: strengthWords[value] }))} />
      <TextArea label="Why it helps" name="reason" required rows={2} maxLength={1000} errors={errors("reason")} defaultValue={typed("reason")} />
    </ManyForm>
  )
}
