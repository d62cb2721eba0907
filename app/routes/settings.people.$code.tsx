// /settings/people/P-3: one account; a post makes a new link for choosing a password, shown once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { found, idParam, requireActor } from "~/core/http.server"
import { createOneTimeLink } from "~/core/one-time-link.server"
import { theCompany } from "~/features/company/company.queries.server"
import { justOperation } from "~/features/elements/panels.schema"
import { accountState } from "~/features/people/account-list"
import { AccountActions, OneTimeLink } from "~/features/people/account-page"
import { findAccount } from "~/features/people/accounts.queries.server"
import { Notice } from "~/ui/notice"
import { PageHeader } from "~/ui/page-header"

async function accountIn(args: Pick<LoaderFunctionArgs, "params">) {
  return found(await findAccount(database(), idParam(args, "P", "code")), "This account")
}

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "administer")
  const [account, { isSample }] = await Promise.all([accountIn(args), theCompany(database())])
  return { account, state: accountState(account, isSample) }
}

export async function action(args: ActionFunctionArgs) {
  requireActor(args, "administer")
  const account = await accountIn(args)
  return submit(args.request, justOperation, async () => {
    if (account.disabled) throw new RuleError("This account is disabled. Enable it first.")
    const token = await createOneTimeLink({ purpose: "set password", personId: account.personId, now: new Date() })
    return { link: `${args.context.origin}/set-password/${token}` }
  })
}

export const meta = () => [{ title: "Account - Throughline" }]

export default function AccountPage() {
  const { account, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && "result" in answer ? Object.values(answer.result.error ?? {}).flatMap((messages) => messages ?? []) : []
  return (
    <div className="page narrow">
      <PageHeader
        title={account.name} code={account.code} lede={`${state} · signs in with ${account.signInEmail}`}
        crumbs={[{ label: "Settings", href: "/settings" }, { label: "Accounts and roles", href: "/settings/people" }, { label: account.name }]}
        actions={
          <a className="btn" href={`/people/${account.code}`}>
            Person
          </a>
        }
      />
      {refused.length > 0 ? <Notice tone="error">{refused.join(" ")}</Notice> : null}
      {answer && "link" in answer ? <OneTimeLink link={answer.link} name={account.name} /> : null}
      <AccountActions account={account} />
    </div>
  )
}
