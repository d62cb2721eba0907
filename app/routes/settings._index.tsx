// /settings: one's own password, sessions and keys; for administrators also what the installation runs on.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { isEmbedded } from "~/core/installation.server"
import { can } from "~/core/policy"
import { serverVersion, theCompany } from "~/features/company/company.queries.server"
import { databaseLine } from "~/features/company/database-version"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { accountOf, otherSessions } from "~/features/people/accounts.queries.server"
import { OwnSettings } from "~/features/people/account-own"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const administer = can(actor, "administer")
  const [company, account, others, version] = await Promise.all([
    theCompany(db), accountOf(db, actor.personId), otherSessions(db, actor.personId, args.context.sessionHash), administer ? serverVersion(db) : null,
  ])
  return {
    open: settingsParts({ administer, editChain: can(actor, "edit chain"), bringIn: can(actor, "import"), sample: company.isSample }),
    account: { name: actor.name, signInEmail: account?.signInEmail ?? "", roles: [...actor.roles], hasPassword: account?.hasPassword ?? false },
    sample: company.isSample,
    others,
    database: version === null ? null : databaseLine(version, isEmbedded()),
  }
}

export const meta = () => [{ title: "Settings - Throughline" }]

export default function Settings() {
  const { open, ...own } = useLoaderData<typeof loader>()
  return (
    <SettingsFrame current="you" open={open}>
      <OwnSettings {...own} />
    </SettingsFrame>
  )
}
