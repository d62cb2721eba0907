// GET /settings/export: everything as a file, in four formats.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { ExportChoices } from "~/features/exchange/export-page"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const company = await theCompany(database())
  const administer = can(actor, "administer")
  return { open: settingsParts({ administer, editChain: can(actor, "edit chain"), bringIn: true, sample: company.isSample }), withAddresses: administer }
}

export const meta = () => [{ title: "Export - Throughline" }]

export default function Export() {
  const { open, withAddresses } = useLoaderData<typeof loader>()
  return (
    <SettingsFrame current="export" open={open} lede="Every record and every link, to keep, to work on elsewhere, or to bring in again.">
      <ExportChoices withAddresses={withAddresses} />
    </SettingsFrame>
  )
}
