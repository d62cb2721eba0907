// POST /settings/people/P-3/enable: the account may sign in again.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, idParam, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { saved } from "~/core/return.server"
import { justOperation } from "~/features/elements/panels.schema"
import { enableAccount } from "~/features/people/accounts.commands.server"
import { findAccount } from "~/features/people/accounts.queries.server"

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  const { personId, code } = found(await findAccount(database(), idParam(args, "P", "code")), "This account")
  return submit(args.request, justOperation, async (posted) => {
    const { operationId } = await enableAccount(actor, { ...posted, personId })
    log.security("account enabled", { requestId: args.context.requestId, personId: actor.personId, account: personId })
    return saved(`/settings/people/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
