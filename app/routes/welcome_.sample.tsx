// POST /welcome/sample: fills the empty installation with the sample company and shows its people.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { useActionData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { onlyThisMachine } from "~/core/this-machine.server"
import { findCompany } from "~/features/company/company.queries.server"
import { nothing } from "~/features/people/account.schema"
import { addSample } from "~/features/people/sample.server"
import { EntryFrame } from "~/features/people/sign-in-frame"
import { sampleClosed } from "~/features/people/sign-in-welcome"

export function action(args: ActionFunctionArgs) {
  return submit(args.request, nothing, async () => {
    if (await findCompany(database())) return redirect("/sign-in")
    if (!onlyThisMachine(args.context.origin)) throw new RuleError(sampleClosed)
    await addSample()
    return redirect("/sign-in")
  })
}

export function loader() {
  return redirect("/welcome")
}

export default function NotAdded() {
  const reply = useActionData<typeof action>()
  const reason = reply && "result" in reply ? Object.values(reply.result.error ?? {}).flatMap((messages) => messages ?? []) : []
  return (
    <EntryFrame title="The sample company was not added.">
      <p role="alert">{reason.join(" ")}</p>
      <p>
        <a href="/welcome">Back to the first page</a>
      </p>
    </EntryFrame>
  )
}
