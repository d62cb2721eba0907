// GET /people/:code/held.json: all that is held on somebody, as a file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { codeOf } from "~/features/elements/element"
import { findElement } from "~/features/elements/elements.queries.server"
import { allHeldOn } from "~/features/stakeholders/party-facts.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "administer")
  const db = database()
  const { id, number } = await findElement(db, args.params.code ?? "", "person")
  const { company } = await currentAlignment(db)
  const held = await allHeldOn(db, id, { personId: actor.personId, seesStanding: can(actor, "see standing") }, company.timeZone)
  return new Response(JSON.stringify(held, null, 2), { headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="held-on-${codeOf("person", number)}.json"` } })
}
