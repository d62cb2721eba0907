// POST /people/:code/standing-place: a point of the grid set down somewhere else, overall or, with `about`, about one subject.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submitAside } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { idOf } from "~/features/elements/elements.queries.server"
import { standingPlace } from "~/features/stakeholders/stakeholder.schema"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { findSubject } from "~/features/stakeholders/standing.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "see standing")
  return submitAside(args.request, standingPlace, async (edit) => {
    const db = database()
    const about = new URL(args.request.url).searchParams.get("about") || null
    const subjectId = about === null ? null : found(await findSubject(db, about), "This subject").id
    const done = await saveStanding(actor, { ...edit, personId: await idOf(db, args.params.code ?? "", "person"), subjectId })
    return { saved: done.operationId }
  })
}
