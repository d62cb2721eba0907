// /initiatives/many/archive: archives the chosen initiatives.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { archiveOfMany } from "~/features/elements/many.schema"
import { chosenInitiatives } from "~/features/initiatives/chosen.queries.server"
import { archiveInitiatives } from "~/features/initiatives/initiatives.commands.server"
import { ManyForm } from "~/features/initiatives/many-form"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const chosen = await chosenInitiatives(database(), new URL(args.request.url).searchParams)
  return { chosen, back: postedFrom(args.request, "/initiatives") }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, archiveOfMany, async ({ id, operationId }) => {
    await archiveInitiatives(actor, { ids: id, archived: true, operationId })
    return saved(postedFrom(args.request, "/initiatives"), operationId)
  })
}

export default function ArchiveOfMany() {
  return (
    <ManyForm title="Archive initiatives" confirm="Archive" {...useLoaderData<typeof loader>()}>
      <p>Archived initiatives leave every list and figure. Their history stays, and each can be restored.</p>
    </ManyForm>
  )
}
