// /settings/people/new: an account for a person; the link for choosing a password is shown once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { createOneTimeLink } from "~/core/one-time-link.server"
import { NewAccountForm, OneTimeLink } from "~/features/people/account-page"
import { accountCreate } from "~/features/people/account.schema"
import { createAccount } from "~/features/people/accounts.commands.server"
import { accountOf, peopleWithoutAccount } from "~/features/people/accounts.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "administer")
  const people = await peopleWithoutAccount(database())
  return { people: people.map(({ id, code, name }) => ({ value: id, label: name, note: code })) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  return submit(args.request, accountCreate, async ({ personId, name, ...account }) => {
    if (!personId && !name) throw new RuleError("Choose a person, or write the name of somebody new.", { field: "name" })
    const { id } = await createAccount(actor, { ...account, ...(personId ? { personId } : { name: name ?? "" }) })
    const token = await createOneTimeLink({ purpose: "set password", personId: id, now: new Date() })
    const made = await accountOf(database(), id)
    return { link: `${args.context.origin}/set-password/${token}`, name: made?.name ?? "", code: made?.code ?? "" }
  })
}

export const meta = () => [{ title: "Add an account - Throughline" }]

export default function NewAccount() {
  const { people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const made = answer && "link" in answer ? answer : null
  const crumbs = [{ label: "Settings", href: "/settings" }, { label: "Accounts and roles", href: "/settings/people" }, { label: "Add an account" }]
  return (
    <div className="page narrow">
      <PageHeader title={made ? `${made.name} has an account` : "Add an account"} crumbs={crumbs} />
      {made ? <OneTimeLink link={made.link} name={made.name} /> : <NewAccountForm people={people} reply={answer && "result" in answer ? answer : undefined} />}
      {made ? (
        <p>
          <a href="/settings/people">All accounts</a>
        </p>
      ) : null}
    </div>
  )
}
