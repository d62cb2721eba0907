// POST /settings/people/P-3/roles: gives the account these roles and no others.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, idParam, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { saved } from "~/core/return.server"
import { accountRoles } from "~/features/people/account.schema"
import { setRoles } from "~/features/people/accounts.commands.server"
import { findAccount } from "~/features/people/accounts.queries.server"

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  const { personId, code } = found(await findAccount(database(), idParam(args, "P", "code")), "This account")
  return submit(args.request, accountRoles, async (posted) => {
    const { operationId } = await setRoles(actor, { ...posted, personId })
    log.security("roles changed", { requestId: args.context.requestId, personId: actor.personId, account: personId })
    return saved(`/settings/people/${code}`, operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
