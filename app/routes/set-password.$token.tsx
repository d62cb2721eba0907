// /set-password/:token: what a one-time link opens: the first company, or a password for an account.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import type { AppContext } from "~/core/http.server"
import { log } from "~/core/log.server"
import { findOneTimeLink } from "~/core/one-time-link.server"
import { hashNewPassword, signedInAt } from "~/core/sign-in.server"
import { monthNames, timeZoneNames } from "~/features/company/company"
import { findCompany } from "~/features/company/company.queries.server"
import { landingPath } from "~/features/people/account"
import { FirstCompanyForm } from "~/features/people/account-first-form"
import { PasswordForm } from "~/features/people/account-password-form"
import { firstCompany, passwordByLink } from "~/features/people/account.schema"
import { accountOf } from "~/features/people/accounts.queries.server"
import { EntryFrame } from "~/features/people/sign-in-frame"
import { setPassword } from "~/features/people/accounts.commands.server"
import { startCompany } from "~/features/people/first-company.commands.server"

const goneLink = "It was used already, is older than a day, or was replaced by a newer one. If you have chosen your password, sign in; if not, ask an administrator for a new link."

async function linkOf({ params }: Pick<LoaderFunctionArgs, "params">) {
  const db = database()
  const asked = { token: params.token ?? "", now: new Date() }
  const [first, set] = await Promise.all([findOneTimeLink({ ...asked, purpose: "first admin" }), findOneTimeLink({ ...asked, purpose: "set password" })])
  const account = set?.personId ? await accountOf(db, set.personId) : undefined
  if (account && !account.disabled) return { kind: "account" as const, account }
  if (!first || (await findCompany(db))) throw new Response(goneLink, { status: 410 })
  return { kind: "first" as const }
}

export async function loader(args: LoaderFunctionArgs) {
  const link = await linkOf(args)
  if (link.kind === "first") return { account: null, timeZones: timeZoneNames() }
  return { account: { name: link.account.name, signInEmail: link.account.signInEmail }, timeZones: [] }
}

export async function action(args: ActionFunctionArgs) {
  const link = await linkOf(args)
  const linkToken = args.params.token ?? ""
  if (link.kind === "first") {
    return submit(args.request, firstCompany, async ({ companyName, name, email, password, operationId, ...facts }) => {
      const passwordHash = await hashNewPassword(password, [companyName, name, email])
      const { id } = await startCompany({ linkToken, operationId, company: { name: companyName, ...facts }, person: { name, email, passwordHash } })
      return arrived(args.context, id, "/map")
    })
  }
  return submit(args.request, passwordByLink, async ({ password, operationId }) => {
    const { personId, name, signInEmail, roles } = link.account
    const company = await findCompany(database())
    const passwordHash = await hashNewPassword(password, [company?.name ?? "", name, signInEmail])
    await setPassword({ kind: "person", personId, name, roles }, { passwordHash, linkToken, operationId })
    return arrived(args.context, personId, landingPath(roles))
  })
}

function arrived(context: AppContext, personId: string, path: string): Promise<Response> {
  log.security("password set", { requestId: context.requestId, personId })
  return signedInAt(context, personId, path)
}

export const meta = () => [{ title: "Choose a password - Throughline" }]

export default function SetPassword() {
  const { account, timeZones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const reply = answer && "result" in answer ? answer : undefined
  if (!account) {
    const months = monthNames.map((label, index) => ({ value: String(index + 1), label }))
    return (
      <EntryFrame title="Your company, and yourself as its first administrator">
        <FirstCompanyForm reply={reply} months={months} timeZones={timeZones} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={`Choose a password, ${account.name}`}>
      <p className="muted">You sign in with {account.signInEmail}. Wherever else you are signed in ends.</p>
      <PasswordForm reply={reply} signInEmail={account.signInEmail} asksCurrent={false} save="Set the password and sign in" />
    </EntryFrame>
  )
}
