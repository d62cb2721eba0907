// /initiatives/many/owner: names one owner of the chosen initiatives.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { pickElements } from "~/features/elements/elements.queries.server"
import { ownerOfMany } from "~/features/elements/many.schema"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { chosenInitiatives } from "~/features/initiatives/chosen.queries.server"
import { ManyForm, useRefusal } from "~/features/initiatives/many-form"
import { PersonPicker } from "~/ui/picker"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const [chosen, people] = await Promise.all([
    chosenInitiatives(database(), new URL(args.request.url).searchParams),
    pickElements(database(), "person", "", 2000),
  ])
  return { chosen, back: postedFrom(args.request, "/initiatives"), people: people.map(({ id, code, name }) => ({ value: id, label: name, note: code })) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, ownerOfMany, async ({ id, ...step }) => {
    const { operationId } = await setOwner(actor, { ...step, elementIds: id })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}

export default function OwnerOfMany() {
  const { people, ...rest } = useLoaderData<typeof loader>()
  const { errors, typed } = useRefusal()
  return (
    <ManyForm title="Set the owner" confirm="Set owner" {...rest}>
      <PersonPicker label="Owner" name="personId" hint="Who was owner before no longer is." errors={errors("personId")} defaultValue={typed("personId")} empty="Nobody" options={people} />
    </ManyForm>
  )
}
