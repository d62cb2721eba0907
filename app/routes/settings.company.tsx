// /settings/company: the company's name, purpose, money, year, time zone and bands.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { saved } from "~/core/return.server"
import { timeZoneNames } from "~/features/company/company"
import { CompanyForm } from "~/features/company/company-form"
import { updateCompany } from "~/features/company/company.commands.server"
import { amountsExist, theCompany } from "~/features/company/company.queries.server"
import { companyEdit } from "~/features/company/company.schema"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const db = database()
  const administer = can(actor, "administer")
  const [company, fixed] = await Promise.all([theCompany(db), amountsExist(db)])
  return {
    open: settingsParts({ administer, editChain: true, bringIn: can(actor, "import"), sample: company.isSample }),
    company, fixed, wordsOnly: !administer, timeZones: administer ? timeZoneNames() : [],
  }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, companyEdit, async (edit) => {
    const { operationId } = await updateCompany(actor, edit)
    return saved("/settings/company", operationId)
  })
}

export const meta = () => [{ title: "Company - Throughline" }]

export default function Company() {
  const { open, company, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <SettingsFrame current="company" open={open}>
      <CompanyForm company={company} version={company.version} reply={reply && "result" in reply ? reply : undefined} {...form} />
    </SettingsFrame>
  )
}
