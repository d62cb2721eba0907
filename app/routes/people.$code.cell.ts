// POST /people/:code/cell: one cell of a person edited in place.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { updatePerson } from "~/features/people/people.commands.server"
import { personCell } from "~/features/people/person.schema"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  return submitAside(args.request, personCell, async ({ edit, version, operationId }) => {
    const id = await idOf(database(), args.params.code ?? "", "person")
    const done = await updatePerson(actor, { id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
