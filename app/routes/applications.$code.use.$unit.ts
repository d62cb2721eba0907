// POST /applications/A-3/use/U-2: seats or yearly cost of one unit's use of an application, edited in its cell.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { useCell } from "~/features/applications/application.schema"
import { idOf } from "~/features/elements/elements.queries.server"
import { updateLink } from "~/features/elements/links.commands.server"
import { linksOf } from "~/features/elements/links.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  return submitAside(args.request, useCell, async ({ edit, version, operationId }) => {
    const db = database()
    const [id, unitId] = [await idOf(db, args.params.code ?? "", "application"), await idOf(db, args.params.unit ?? "", "unit")]
    const use = found((await linksOf(db, id)).find((link) => link.relation === "uses" && link.other.id === unitId), "This use")
    const done = await updateLink(actor, { id: use.id, version, operationId, ...edit })
    return { saved: done.operationId }
  })
}
