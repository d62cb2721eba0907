// /sign-in: address and password, and in the sample company its people, one click each.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit, type FormReply } from "~/core/form.server"
import { requireNobody } from "~/core/http.server"
import { safeRedirect } from "~/core/safe-redirect"
import { signedInAt, trySignIn } from "~/core/sign-in.server"
import { onlyThisMachine } from "~/core/this-machine.server"
import { findCompany } from "~/features/company/company.queries.server"
import { landingPath, signInAddress } from "~/features/people/account"
import { signInForm } from "~/features/people/account.schema"
import { renewPasswordHash } from "~/features/people/accounts.commands.server"
import { accountOf, passwordOf } from "~/features/people/accounts.queries.server"
import { SampleDoor } from "~/features/people/sample-door-list"
import { peopleAtTheDoor } from "~/features/people/sample-door.queries.server"
import { SignInForm } from "~/features/people/sign-in-form"
import { EntryFrame } from "~/features/people/sign-in-frame"

export async function loader(args: LoaderFunctionArgs) {
  requireNobody(args)
  const db = database()
  const company = await findCompany(db)
  if (!company) throw redirect("/welcome")
  const people = await peopleAtTheDoor(db, onlyThisMachine(args.context.origin))
  const { searchParams } = new URL(args.request.url)
  return {
    company: company.name,
    next: safeRedirect(searchParams.get("next"), ""),
    unsaved: searchParams.has("unsaved"),
    people: people?.map(({ code, name, title, roles }) => ({ code, name, title, roles })) ?? null,
  }
}

export function action(args: ActionFunctionArgs) {
  requireNobody(args)
  const { clientAddress, requestId } = args.context
  return submit(args.request, signInForm, async ({ email, password, next }) => {
    const db = database()
    const now = new Date()
    const attempt = { email: signInAddress(email), password, address: clientAddress, requestId, now }
    const answer = await trySignIn(attempt, (signInEmail) => passwordOf(db, { signInEmail }))
    if (!answer.fits) {
      const headers: Record<string, string> = answer.retryAfterSeconds ? { "Retry-After": String(answer.retryAfterSeconds) } : {}
      const result = { status: "error" as const, initialValue: { email, next: next ?? "" }, error: { "": [answer.sentence] } }
      return data<FormReply>({ result }, { status: answer.status, headers })
    }
    const account = await accountOf(db, answer.personId)
    const actor = { kind: "person" as const, personId: answer.personId, name: account?.name ?? "", roles: account?.roles ?? [] }
    if (answer.rehashed) await renewPasswordHash(actor, { passwordHash: answer.rehashed, instead: answer.stored })
    return signedInAt(args.context, answer.personId, safeRedirect(next, landingPath(actor.roles)))
  })
}

export const meta = () => [{ title: "Sign in - Throughline" }]

export default function SignIn() {
  const { company, next, unsaved, people } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refused = reply && "result" in reply ? reply : undefined
  const wanted = String(refused?.result.initialValue?.next ?? next)
  const signedOut = unsaved ? <p className="notice error" role="status">You were signed out, so nothing was saved. Sign in to go on where you were.</p> : null
  if (!people) {
    return (
      <EntryFrame title={`Sign in to ${company}`}>
        {signedOut}
        <SignInForm reply={refused} next={wanted} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={`This is ${company}, a made-up company.`}>
      {signedOut}
      <SampleDoor people={people} next={next} />
      <details open={refused !== undefined}>
        <summary className="link-btn">Sign in with a password</summary>
        <SignInForm reply={refused} next={wanted} />
      </details>
      <p className="small muted">This door closes for good as soon as one account has a password.</p>
    </EntryFrame>
  )
}
