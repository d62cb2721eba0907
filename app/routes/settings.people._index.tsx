// /settings/people: everybody with an account.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { AccountTable } from "~/features/people/account-list"
import { listAccounts } from "~/features/people/accounts.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "administer")
  const db = database()
  const [company, accounts] = await Promise.all([theCompany(db), listAccounts(db)])
  return { open: settingsParts({ administer: true, editChain: true, bringIn: can(actor, "import"), sample: company.isSample }), sample: company.isSample, accounts }
}

export const meta = () => [{ title: "Accounts and roles - Throughline" }]

export default function Accounts() {
  const { open, sample, accounts } = useLoaderData<typeof loader>()
  const add = (
    <a className="btn primary" href="/settings/people/new" data-new>
      Add an account
    </a>
  )
  return (
    <SettingsFrame current="people" open={open} actions={add}>
      <AccountTable accounts={accounts} sample={sample} />
      <p className="small muted">
        People without an account are on <a href="/people">the list of people</a>.
      </p>
    </SettingsFrame>
  )
}
