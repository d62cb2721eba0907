// /initiatives/many/stage: moves the chosen initiatives to a stage.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { postedFrom, saved } from "~/core/return.server"
import { setStage } from "~/features/gates/gates.commands.server"
import { chosenInitiatives } from "~/features/initiatives/chosen.queries.server"
import { stages, stageWords } from "~/features/initiatives/initiative"
import { stageOfMany } from "~/features/initiatives/initiative.schema"
import { ManyForm, useRefusal } from "~/features/initiatives/many-form"
import { Select, TextArea } from "~/ui/field"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const chosen = await chosenInitiatives(database(), new URL(args.request.url).searchParams)
  return { chosen, mayWaive: can(actor, "waive gate"), back: postedFrom(args.request, "/initiatives") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submit(args.request, stageOfMany, async ({ id, ...step }) => {
    const { operationId } = await setStage(actor, { ...step, ids: id })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}

export default function StageOfMany() {
  const { errors, typed } = useRefusal()
  const { mayWaive, ...chosen } = useLoaderData<typeof loader>()
  return (
    <ManyForm title="Set the stage" confirm="Set stage" {...chosen}>
      <Select label="Stage" name="to" required hint="Approving needs a planner." errors={errors("to")} defaultValue={typed("to") ?? "approved"} options={stages.map((value) => ({ value, label: stageWords[value] }))} />
      {mayWaive ? (
        <TextArea label="Reason to approve where not everybody was asked" name="waiver" rows={2} maxLength={500} errors={errors("waiver")} defaultValue={typed("waiver")} hint="Only needed where people are missing. It is kept with your name, and every report lists it." />
      ) : null}
    </ManyForm>
  )
}
