// /settings/sample: removes the sample company with everything in the installation.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { found, requireActor } from "~/core/http.server"
import { emptyInstallation } from "~/core/installation.server"
import { log } from "~/core/log.server"
import { can } from "~/core/policy"
import { signedOutHeaders } from "~/core/session.server"
import { theCompany } from "~/features/company/company.queries.server"
import { sampleRemoval } from "~/features/company/company.schema"
import { SampleRemoval } from "~/features/company/sample-removal"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"

async function theSample(): Promise<{ name: string }> {
  const { name, isSample } = await theCompany(database())
  return found(isSample ? { name } : null, "The sample company")
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "administer")
  return { name: (await theSample()).name, open: settingsParts({ administer: true, editChain: true, bringIn: can(actor, "import"), sample: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  const { name } = await theSample()
  return submit(args.request, sampleRemoval, async ({ companyName }) => {
    if (companyName !== name) throw new RuleError(`Type the name exactly as it is: ${name}`, { field: "companyName" })
    await emptyInstallation()
    log.security("sample removed", { requestId: args.context.requestId, personId: actor.personId })
    return redirect("/welcome", { headers: signedOutHeaders(args.context.https) })
  })
}

export const meta = () => [{ title: "Sample company - Throughline" }]

export default function Sample() {
  const { name, open } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <SettingsFrame current="sample" open={open}>
      <SampleRemoval name={name} reply={reply && "result" in reply ? reply : undefined} />
    </SettingsFrame>
  )
}
