// GET /settings/export/xlsx: everything in one file of that format.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { can } from "~/core/policy"
import { exportResponse } from "~/features/exchange/export-file.server"
import { formatOfName } from "~/features/exchange/export-format"

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const format = found(formatOfName(`.${args.params.format ?? ""}`), "This format")
  log.security("export taken", { requestId: args.context.requestId, personId: actor.personId, format })
  return exportResponse(database(), format, { now: new Date(), emails: can(actor, "administer"), standings: can(actor, "see standing") })
}
