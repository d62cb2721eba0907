// POST /people/:code/standing-cell: one number or word of where somebody stands, edited in place, overall or, with `about`, about one subject.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { standingCell } from "~/features/stakeholders/stakeholder.schema"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { findSubject } from "~/features/stakeholders/standing.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "see standing")
  return submitAside(args.request, standingCell, async ({ edit, ...rest }) => {
    const db = database()
    const about = new URL(args.request.url).searchParams.get("about") || null
    const subjectId = about === null ? null : found(await findSubject(db, about), "This subject").id
    const done = await saveStanding(actor, { ...rest, ...edit, personId: await idOf(db, args.params.code ?? "", "person"), subjectId })
    return { saved: done.operationId }
  })
}
