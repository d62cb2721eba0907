// /settings/password: choosing another password for oneself.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { hashNewPassword, trySignIn } from "~/core/sign-in.server"
import { theCompany } from "~/features/company/company.queries.server"
import { PasswordForm } from "~/features/people/account-password-form"
import { ownPassword } from "~/features/people/account.schema"
import { setPassword } from "~/features/people/accounts.commands.server"
import { accountOf, passwordOf } from "~/features/people/accounts.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const [account, { isSample }] = await Promise.all([accountOf(db, actor.personId), theCompany(db)])
  const { signInEmail, hasPassword } = found(account, "Your account")
  return { signInEmail, hasPassword, isSample }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  const { clientAddress, requestId, sessionHash } = args.context
  return submit(args.request, ownPassword, async ({ currentPassword, password, operationId }) => {
    const db = database()
    const [account, company] = await Promise.all([accountOf(db, actor.personId), theCompany(db)])
    const { signInEmail, hasPassword } = found(account, "Your account")
    if (hasPassword) {
      const attempt = { email: signInEmail, password: currentPassword ?? "", address: clientAddress, requestId, now: new Date() }
      const answer = await trySignIn(attempt, () => passwordOf(db, { personId: actor.personId }))
      if (!answer.fits) throw new RuleError(answer.status === 429 ? answer.sentence : "This is not your current password.", { field: "currentPassword" })
    }
    const passwordHash = await hashNewPassword(password, [company.name, actor.name, signInEmail])
    await setPassword(actor, { passwordHash, operationId, ...(sessionHash === null ? {} : { keepSession: sessionHash }) })
    log.security("password set", { requestId, personId: actor.personId })
    return redirect("/settings")
  })
}

export const meta = () => [{ title: "Password - Throughline" }]

export default function Password() {
  const { signInEmail, hasPassword, isSample } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="page narrow">
      <PageHeader
        title={hasPassword ? "Change your password" : "Choose a password"}
        crumbs={[{ label: "Settings", href: "/settings" }, { label: "Password" }]}
        lede={isSample && !hasPassword ? "From then on the sample’s door is closed for good, for everybody." : "You will be signed out everywhere else."}
      />
      <PasswordForm reply={reply && "result" in reply ? reply : undefined} signInEmail={signInEmail} asksCurrent={hasPassword} save="Set the password" />
    </div>
  )
}
