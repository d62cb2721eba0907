// GET /settings/imports: the imports there were, and the form that starts one.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { uploadLimits } from "~/core/safe-form"
import { theCompany } from "~/features/company/company.queries.server"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { ImportList } from "~/features/exchange/import-list-page"
import { importLines } from "~/features/exchange/import-screen.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const db = database()
  const company = await theCompany(db)
  return {
    open: settingsParts({ administer: can(actor, "administer"), editChain: can(actor, "edit chain"), bringIn: true, sample: company.isSample }),
    imports: await importLines(db, company.timeZone, new Date()),
    mostBytes: uploadLimits.bytes,
  }
}

export const meta = () => [{ title: "Imports - Throughline" }]

export default function Imports() {
  const { open, imports, mostBytes } = useLoaderData<typeof loader>()
  return (
    <SettingsFrame current="imports" open={open} lede="Bring in the lists and models you have. You see every change before it is written, and can undo all of it for 30 days.">
      <ImportList imports={imports} form={{ as: null, mostBytes }} />
    </SettingsFrame>
  )
}
