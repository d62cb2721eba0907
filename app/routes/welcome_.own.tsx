// POST /welcome/own: prints a one-time link for the first administrator on the terminal; GET says where to look.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { requireNobody } from "~/core/http.server"
import { createOneTimeLink } from "~/core/one-time-link.server"
import { countLinkUse, waitSentence } from "~/core/rate-limit.server"
import { tellTerminal } from "~/core/this-machine.server"
import { findCompany } from "~/features/company/company.queries.server"
import { nothing } from "~/features/people/account.schema"
import { LookAtTheTerminal } from "~/features/people/sign-in-welcome"

export async function loader(args: LoaderFunctionArgs) {
  requireNobody(args)
  if (await findCompany(database())) throw redirect("/sign-in")
  return null
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, nothing, async () => {
    if (await findCompany(database())) return redirect("/sign-in")
    const now = new Date()
    const verdict = await countLinkUse(context.clientAddress, now)
    if (!verdict.allowed) throw new RuleError(waitSentence(verdict))
    const token = await createOneTimeLink({ purpose: "first admin", personId: null, now })
    tellTerminal(["Start with your own company within 24 hours at", `${context.origin}/set-password/${token}`])
    return redirect("/welcome/own")
  })
}

export const meta = () => [{ title: "Start with your own - Throughline" }]

export default function Own() {
  const reply = useActionData<typeof action>()
  const refused = reply && "result" in reply ? Object.values(reply.result.error ?? {}).flatMap((messages) => messages ?? []) : []
  return <LookAtTheTerminal {...(refused.length > 0 ? { refused: refused.join(" ") } : {})} />
}
