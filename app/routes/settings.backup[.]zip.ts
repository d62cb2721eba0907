// GET /settings/backup.zip: every record in one file.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { requireActor } from "~/core/http.server"
import { backupResponse } from "~/core/installation.server"
import { log } from "~/core/log.server"

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "administer")
  log.security("backup taken", { requestId: args.context.requestId, personId: actor.personId })
  return backupResponse(`throughline-${new Date().toISOString().slice(0, 10)}.zip`)
}
