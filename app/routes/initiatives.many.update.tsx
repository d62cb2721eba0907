// /initiatives/many/update: asks the owners of the chosen initiatives how they are going.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { askQuestion } from "~/features/elements/questions.commands.server"
import { chosenInitiatives } from "~/features/initiatives/chosen.queries.server"
import { updateOfMany } from "~/features/initiatives/initiative.schema"
import { ManyForm, useRefusal } from "~/features/initiatives/many-form"
import { TextArea } from "~/ui/field"

const usualQuestion = "How is it going? Please update its status: time, cost, content, and one sentence."

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "ask")
  const chosen = await chosenInitiatives(database(), new URL(args.request.url).searchParams)
  return { chosen, back: postedFrom(args.request, "/initiatives") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, updateOfMany, async ({ id, ...question }) => {
    const { operationId } = await askQuestion(actor, { ...question, elementIds: id })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}

export default function UpdateOfMany() {
  const { errors, typed } = useRefusal()
  return (
    <ManyForm title="Ask for an update" confirm="Ask the owners" {...useLoaderData<typeof loader>()}>
      <TextArea label="Question" name="body" required hint="Each owner gets it, due in 8 days; without an owner it goes to the planners." maxLength={1000} errors={errors("body")} defaultValue={typed("body") ?? usualQuestion} />
    </ManyForm>
  )
}
